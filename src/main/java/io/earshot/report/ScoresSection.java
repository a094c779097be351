package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Finding;
import io.earshot.finding.ScoreSummary;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Score;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The scores that the questionnaire defines, such as the System Usability Scale. */
public record ScoresSection(Selection scores, boolean optional) implements PickingSection {
    static final String KIND = "scores";

    private static final int BINS = 10;

    /** Sauro (2011), A practical guide to the System Usability Scale: the mean of 500 studies. */
    private static final double AVERAGE_SUS = 68;

    public ScoresSection {
        requireNonNull(scores, "scores");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                scores,
                "/scores",
                "score",
                questionnaire.scores().stream().map(Score::name).toList(),
                "This section needs scores that the questionnaire defines; it defines none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return answers.questionnaire().scores().stream()
                .filter(score -> chosen.contains(score.name()))
                .map(score -> summary(score, answers))
                .toList();
    }

    private static Finding summary(Score score, Answers answers) {
        NumberColumn column = answers.data().column(score.name(), NumberColumn.class);
        Optional<double[]> limits = limits(score, answers.questionnaire());
        boolean sus = score.name().startsWith("sus")
                && score.items().size() == 10
                && limits.filter(ends -> ends[0] == 0 && ends[1] == 100).isPresent();
        return new ScoreSummary(
                answers.subject(score.name()),
                answers.base(column),
                score.method().name().toLowerCase(java.util.Locale.ROOT),
                score.items().stream().map(Score.Item::variable).toList(),
                limits.map(ends -> OptionalDouble.of(ends[0])).orElse(OptionalDouble.empty()),
                limits.map(ends -> OptionalDouble.of(ends[1])).orElse(OptionalDouble.empty()),
                answers.descriptives(column),
                limits.map(ends -> bins(column, ends[0], ends[1], answers)).orElse(List.of()),
                sus ? OptionalDouble.of(AVERAGE_SUS) : OptionalDouble.empty());
    }

    private static List<ScoreSummary.Bin> bins(NumberColumn column, double low, double high, Answers answers) {
        long[] counts = new long[BINS];
        double[] people = new double[BINS];
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            if (!column.isMissing(row)) {
                int bin = (int) Math.floor((column.score(row) - low) / (high - low) * BINS);
                int inside = Math.min(BINS - 1, Math.max(0, bin));
                counts[inside]++;
                people[inside] +=
                        answers.weights().isPresent() ? answers.weights().orElseThrow()[row] : 1;
            }
        }
        double all = Arrays.stream(people).sum();
        List<ScoreSummary.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new ScoreSummary.Bin(
                    low + (high - low) * bin / BINS,
                    low + (high - low) * (bin + 1) / BINS,
                    counts[bin],
                    all == 0 ? 0 : people[bin] / all));
        }
        return bins;
    }

    /** What the score can be at least and at most; empty if an item has no limits. */
    private static Optional<double[]> limits(Score score, Questionnaire questionnaire) {
        double low = 0;
        double high = 0;
        for (Score.Item item : score.items()) {
            Optional<double[]> ends = questionnaire.variable(item.variable()).flatMap(ScoresSection::ends);
            if (ends.isEmpty()) {
                return Optional.empty();
            }
            low += ends.get()[0];
            high += ends.get()[1];
        }
        int part = score.method() == Score.Method.MEAN ? score.items().size() : 1;
        Score.Rescale line = score.rescale();
        double one = line == null ? low / part : line.of(low / part);
        double other = line == null ? high / part : line.of(high / part);
        return one == other ? Optional.empty() : Optional.of(new double[] {Math.min(one, other), Math.max(one, other)});
    }

    /** The least and the largest number that a variable may hold. */
    static Optional<double[]> ends(Variable variable) {
        if (variable.values().isEmpty()) {
            return variable.min() == null || variable.max() == null
                    ? Optional.empty()
                    : Optional.of(new double[] {
                        variable.min().doubleValue(), variable.max().doubleValue()
                    });
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Variable.CodedValue value : variable.values()) {
            if (!value.code().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
                return Optional.empty();
            }
            double number = Double.parseDouble(value.code());
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        return Optional.of(new double[] {low, high});
    }
}
