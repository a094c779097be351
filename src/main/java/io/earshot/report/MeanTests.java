package io.earshot.report;

import io.earshot.dataset.Watch;
import io.earshot.finding.ColumnTest;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.group.ColumnMeans;
import io.earshot.statistics.group.TwoSamples;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.survey.SurveyContrast;
import io.earshot.statistics.survey.SurveyDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares a question's mean between the columns of a block, pair by pair. */
final class MeanTests {
    private static final double ANY = 0.95;

    private final Span span;
    private final Optional<double[]> weights;
    private final QuestionLines.Scores scores;
    private final Optional<List<SampleMoments>> moments;

    /** @param values of the block's columns */
    MeanTests(Span span, Optional<double[]> weights, QuestionLines.Scores scores, List<ColumnValues> values) {
        this.span = span;
        this.weights = weights;
        this.scores = scores;
        // Columns that share respondents are compared by contrasts.
        this.moments = span.isOverlapping()
                ? Optional.empty()
                : Optional.of(values.stream()
                                .filter(CountedValues.class::isInstance)
                                .map(counted -> ((CountedValues) counted).moments(scores))
                                .toList())
                        .filter(all -> weights.isEmpty());
    }

    List<Tested> all() {
        return moments.map(MeanTests::welch).orElseGet(this::contrasts);
    }

    /** Cohen's d of two columns; empty where it is not defined, and for weighted means or columns that share respondents. */
    OptionalDouble effect(int first, int second) {
        return moments.map(groups -> {
                    SampleMoments x = groups.get(first);
                    SampleMoments y = groups.get(second);
                    boolean varies = x.n() > 1 && y.n() > 1 && (x.variance() > 0 || y.variance() > 0);
                    return varies ? OptionalDouble.of(TwoSamples.cohensD(x, y)) : OptionalDouble.empty();
                })
                .orElse(OptionalDouble.empty());
    }

    private static List<Tested> welch(List<SampleMoments> groups) {
        List<Tested> tests = new ArrayList<>();
        for (ColumnMeans.Pair pair :
                ColumnMeans.of(groups, 0, 0.05, Adjustment.NONE, false).pairs()) {
            double difference =
                    groups.get(pair.first()).mean() - groups.get(pair.second()).mean();
            tests.add(new Tested(
                    pair.first(),
                    pair.second(),
                    ColumnTest.WELCH_T,
                    pair.test()
                            .map(test -> new Tested.Result(
                                    test.t(),
                                    OptionalDouble.of(test.degreesOfFreedom()),
                                    test.p(),
                                    test.t() == 0 ? Double.NaN : difference / test.t()))));
        }
        return tests;
    }

    private List<Tested> contrasts() {
        double[] points = scores.rows();
        double[] counted = weights.orElseGet(() -> {
            double[] equal = new double[points.length];
            Arrays.fill(equal, 1);
            return equal;
        });
        // Who did not answer was not drawn, as in the comparisons of shares.
        double[] drawn = counted.clone();
        for (int row = 0; row < drawn.length; row++) {
            Watch.look(row);
            drawn[row] = Double.isNaN(points[row]) ? Double.NaN : drawn[row];
        }
        SurveyDesign design = SurveyDesign.of(drawn);
        List<Tested> tests = new ArrayList<>();
        for (int a = 0; a < span.size(); a++) {
            for (int b = a + 1; b < span.size(); b++) {
                Outcome<Tested.Result> outcome = SurveyContrast.of(design, points, in(a), in(b))
                        .map(contrast -> {
                            int df = Math.max(1, contrast.degreesOfFreedom());
                            Coefficient test =
                                    Coefficient.byT("", contrast.difference(), contrast.standardError(), df, ANY);
                            return new Tested.Result(
                                    test.statistic(), OptionalDouble.of(df), test.p(), contrast.standardError());
                        });
                tests.add(new Tested(
                        a,
                        b,
                        weights.isPresent() && !span.isOverlapping() ? ColumnTest.SURVEY_T : ColumnTest.CONTRAST_T,
                        outcome));
            }
        }
        return tests;
    }

    private boolean[] in(int group) {
        boolean[] in = new boolean[span.groups().rows()];
        for (int row = 0; row < in.length; row++) {
            Watch.look(row);
            in[row] = span.in(row, group);
        }
        return in;
    }
}
