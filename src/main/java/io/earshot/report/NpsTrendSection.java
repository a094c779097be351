package io.earshot.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.earshot.dataset.ScoredColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.Period;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.trend.IndividualsChart;
import io.earshot.statistics.trend.MannKendall;
import io.earshot.statistics.trend.ShareChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Net Promoter Score over time.
 *
 * @param by what is one point; a week if absent
 */
public record NpsTrendSection(Selection variables, @Nullable Period by, boolean optional) implements PickingSection {
    static final String KIND = "nps-trend";

    public NpsTrendSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                variables,
                "/variables",
                "nps-question",
                Pick.names(Pick.questions(questionnaire, Nps.class)),
                "A trend of the Net Promoter Score needs a question of type nps; there is none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return chosen.stream().map(name -> trend(name, answers)).toList();
    }

    private Finding trend(String name, Answers answers) {
        Period period = requireNonNullElse(by, Period.WEEK);
        ScoredColumn column = answers.data().column(name, ScoredColumn.class);
        TreeMap<LocalDate, long[]> counts = new TreeMap<>();
        long undated = 0;
        for (int row = 0; row < column.rows(); row++) {
            double value = column.score(row);
            if (Double.isNaN(value)) {
                continue;
            }
            Optional<LocalDate> day = answers.circumstances().day(row);
            if (day.isEmpty()) {
                undated++;
            } else {
                int kind = value >= 9 ? 0 : value >= 7 ? 1 : 2;
                counts.computeIfAbsent(period.first(day.get()), unused -> new long[3])[kind]++;
            }
        }
        List<NpsTrend.Point> points = points(name, counts, period, answers.confidence());
        double[] scores = points.stream()
                .flatMap(point -> point.score().toOptional().stream())
                .mapToDouble(NetPromoterScore::score)
                .toArray();
        return new NpsTrend(
                answers.subject(name),
                answers.circumstances().zone(),
                period,
                points,
                undated,
                IndividualsChart.of(scores),
                ShareChart.of(
                        counts.values().stream().mapToDouble(kinds -> kinds[0]).toArray(),
                        counts.values().stream()
                                .mapToDouble(kinds -> kinds[0] + kinds[1] + kinds[2])
                                .toArray()),
                MannKendall.of(scores));
    }

    private static List<NpsTrend.Point> points(
            String name, TreeMap<LocalDate, long[]> counts, Period period, double confidence) {
        List<NpsTrend.Point> points = new ArrayList<>();
        if (counts.isEmpty()) {
            return points;
        }
        for (LocalDate from = counts.firstKey(); !from.isAfter(counts.lastKey()); from = period.next(from)) {
            long[] kinds = counts.getOrDefault(from, new long[3]);
            long n = kinds[0] + kinds[1] + kinds[2];
            points.add(new NpsTrend.Point(
                    from,
                    n,
                    n < Period.SMALL_BASE,
                    NetPromoterScore.of(name, 0, kinds[0], kinds[1], kinds[2], confidence)));
        }
        return points;
    }
}
