package io.earshot.statistics.regression;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a model of one of several categories, with the terms that can be told apart.
 *
 * @param codes   the categories in use, in the outcome's order, at least two
 * @param counts  rows in each
 * @param terms   of the rows' columns, the intercept first
 * @param aliased terms left out because earlier ones explain them
 * @param rows    one array per row
 * @param choice  each row's place in {@code codes}
 */
record ChoiceFrame(
        List<String> codes,
        long[] counts,
        List<String> terms,
        List<String> aliased,
        double[][] rows,
        int[] choice,
        int excluded) {
    private static final double TOLERANCE = 1e-11;

    static Outcome<ChoiceFrame> of(CodedColumn outcome, List<? extends ScoredColumn> predictors) {
        double[] index = IntStream.range(0, outcome.rows())
                .mapToDouble(row -> outcome.isMissing(row) ? Double.NaN : outcome.index(row))
                .toArray();
        ModelFrame frame = ModelFrame.of(predictors, index);
        double[] y = frame.other(0);
        if (y.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered all of the model's questions");
        }
        int[] used = IntStream.range(0, outcome.codes().size())
                .filter(code -> IntStream.range(0, y.length).anyMatch(row -> y[row] == code))
                .toArray();
        if (used.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "all %d outcomes are %s: there is nothing to explain",
                    y.length,
                    outcome.codes().get(used[0]));
        }
        int[] places = new int[outcome.codes().size()];
        IntStream.range(0, used.length).forEach(place -> places[used[place]] = place);
        long[] counts = new long[used.length];
        int[] choice = new int[y.length];
        for (int row = 0; row < y.length; row++) {
            choice[row] = places[(int) y[row]];
            counts[choice[row]]++;
        }
        int[] kept = LeastSquares.of(frame.columns(), y, TOLERANCE).kept();
        List<String> terms = IntStream.of(kept).mapToObj(frame.terms()::get).toList();
        List<String> aliased = new ArrayList<>(frame.terms());
        aliased.removeAll(terms);
        double[][] rows = new double[y.length][kept.length];
        for (int row = 0; row < y.length; row++) {
            for (int j = 0; j < kept.length; j++) {
                rows[row][j] = frame.columns()[kept[j]][row];
            }
        }
        return Outcome.of(new ChoiceFrame(
                IntStream.of(used).mapToObj(outcome.codes()::get).toList(),
                counts,
                terms,
                aliased,
                rows,
                choice,
                frame.excluded()));
    }

    /** The mean of each term but the intercept, which has 0. */
    double[] means() {
        double[] means = new double[terms.size()];
        for (int j = 1; j < means.length; j++) {
            int term = j;
            means[j] =
                    Arrays.stream(rows).mapToDouble(row -> row[term]).average().orElse(0);
        }
        return means;
    }

    /** With these means taken off. */
    ChoiceFrame less(double[] means) {
        double[][] less = Arrays.stream(rows)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(j -> row[j] - means[j])
                        .toArray())
                .toArray(double[][]::new);
        return new ChoiceFrame(codes, counts, terms, aliased, less, choice, excluded);
    }

    /** The log likelihood of a model that knows only how frequent each category is. */
    double nullLogLikelihood() {
        double sum = 0;
        for (long count : counts) {
            sum += count * Math.log((double) count / choice.length);
        }
        return sum;
    }
}
