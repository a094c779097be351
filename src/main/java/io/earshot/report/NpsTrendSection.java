package io.earshot.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Base;
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
import java.util.BitSet;
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
        TreeMap<LocalDate, BitSet> rows = new TreeMap<>();
        RowDays days = answers.circumstances().days();
        LocalDate before = LocalDate.MIN;
        BitSet inside = new BitSet();
        long undated = 0;
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            if (column.isMissing(row)) {
                continue;
            }
            Optional<LocalDate> day = days.of(row);
            if (day.isEmpty()) {
                undated++;
                continue;
            }
            // Neighbours are nearly always of one day.
            if (!day.get().equals(before)) {
                before = day.get();
                inside = rows.computeIfAbsent(period.first(before), unused -> new BitSet());
            }
            inside.set(row);
        }
        List<NpsTrend.Point> points = points(column, rows, period, answers);
        List<NpsTrend.Point> scored =
                points.stream().filter(point -> point.score().isDefined()).toList();
        double[] scores = scored.stream()
                .mapToDouble(point -> point.score().orElseThrow().score())
                .toArray();
        return new NpsTrend(
                answers.subject(name),
                answers.base(column),
                answers.circumstances().zone(),
                period,
                points,
                undated,
                IndividualsChart.of(scores),
                ShareChart.of(
                        scored.stream().mapToDouble(NpsTrendSection::promoters).toArray(),
                        scored.stream().mapToDouble(NpsTrend.Point::nEffective).toArray()),
                MannKendall.of(scores));
    }

    /** At the effective base if there are weights; a count without. */
    private static double promoters(NpsTrend.Point point) {
        NetPromoterScore score = point.score().orElseThrow();
        return point.nEffective() == point.n() ? score.promoters() : score.promoterShare() * point.nEffective();
    }

    private static List<NpsTrend.Point> points(
            ScoredColumn column, TreeMap<LocalDate, BitSet> rows, Period period, Answers answers) {
        List<NpsTrend.Point> points = new ArrayList<>();
        if (rows.isEmpty()) {
            return points;
        }
        for (LocalDate from = rows.firstKey(); !from.isAfter(rows.lastKey()); from = period.next(from)) {
            BitSet inside = rows.getOrDefault(from, new BitSet());
            Base base = answers.base(inside);
            points.add(new NpsTrend.Point(
                    from,
                    base.n(),
                    base.nEffective(),
                    base.nEffective() < Period.SMALL_BASE,
                    answers.promoters(column, inside)));
        }
        return points;
    }
}
