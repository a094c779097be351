package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.ColumnTest;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Samples;
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
    private final double[] scores;
    private final Optional<Samples> samples;

    /** @param scores one a row, NaN where missing */
    MeanTests(Span span, Optional<double[]> weights, double[] scores) {
        this.span = span;
        this.weights = weights;
        this.scores = scores;
        Optional<CodedColumn> apart = span.apart();
        this.samples = weights.isPresent() ? Optional.empty() : apart.map(groups -> Samples.of(scores, groups));
    }

    List<Tested> all() {
        return samples.map(MeanTests::welch).orElseGet(this::contrasts);
    }

    /** Cohen's d of two columns; empty where it is not defined, and for weighted means or columns that share respondents. */
    OptionalDouble effect(int first, int second) {
        return samples.map(groups -> {
                    double[] x = groups.group(first);
                    double[] y = groups.group(second);
                    boolean varies =
                            x.length > 1 && y.length > 1 && (Moments.variance(x) > 0 || Moments.variance(y) > 0);
                    return varies ? OptionalDouble.of(TwoSamples.cohensD(x, y)) : OptionalDouble.empty();
                })
                .orElse(OptionalDouble.empty());
    }

    private static List<Tested> welch(Samples groups) {
        List<Tested> tests = new ArrayList<>();
        for (ColumnMeans.Pair pair :
                ColumnMeans.of(groups, 0.05, Adjustment.NONE, false).pairs()) {
            tests.add(new Tested(
                    pair.first(), pair.second(), ColumnTest.WELCH_T, pair.test().map(test -> {
                        double difference =
                                Moments.mean(groups.group(pair.first())) - Moments.mean(groups.group(pair.second()));
                        return new Tested.Result(
                                test.t(),
                                OptionalDouble.of(test.degreesOfFreedom()),
                                test.p(),
                                test.t() == 0 ? Double.NaN : difference / test.t());
                    })));
        }
        return tests;
    }

    private List<Tested> contrasts() {
        double[] counted = weights.orElseGet(() -> {
            double[] equal = new double[scores.length];
            Arrays.fill(equal, 1);
            return equal;
        });
        // Who did not answer was not drawn, as in the comparisons of shares.
        double[] drawn = counted.clone();
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] = Double.isNaN(scores[row]) ? Double.NaN : drawn[row];
        }
        SurveyDesign design = SurveyDesign.of(drawn);
        List<Tested> tests = new ArrayList<>();
        for (int a = 0; a < span.size(); a++) {
            for (int b = a + 1; b < span.size(); b++) {
                Outcome<Tested.Result> outcome = SurveyContrast.of(design, scores, in(a), in(b))
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
        boolean[] in = new boolean[scores.length];
        for (int row = 0; row < in.length; row++) {
            in[row] = span.in(row, group);
        }
        return in;
    }
}
