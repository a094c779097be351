package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a model of a yes-or-no outcome, with the terms that can be told apart.
 *
 * @param terms   of the rows' columns
 * @param aliased terms left out because earlier ones explain them
 * @param rows    one array per row
 * @param outcome 0 or 1
 */
record BinaryFrame(List<String> terms, List<String> aliased, double[][] rows, double[] outcome, int excluded) {
    private static final double TOLERANCE = 1e-11;

    static Outcome<BinaryFrame> of(double[] outcome, List<? extends ScoredColumn> predictors) {
        ModelFrame frame = ModelFrame.of(predictors, outcome);
        double[] y = frame.other(0);
        for (double value : y) {
            if (value != 0 && value != 1) {
                throw new IllegalArgumentException("a yes-or-no outcome is 0, 1 or NaN: " + value);
            }
        }
        if (y.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered all of the model's questions");
        }
        if (Arrays.stream(y).allMatch(value -> value == y[0])) {
            return Outcome.undefined(
                    Reason.NO_VARIATION, "all %d outcomes are the same: there is nothing to explain", y.length);
        }
        int[] kept = LeastSquares.of(frame.columns(), y, TOLERANCE).kept();
        List<String> terms = new ArrayList<>();
        List<String> aliased = new ArrayList<>(frame.terms());
        double[][] rows = new double[y.length][kept.length];
        for (int j = 0; j < kept.length; j++) {
            terms.add(frame.terms().get(kept[j]));
            aliased.remove(frame.terms().get(kept[j]));
            for (int i = 0; i < y.length; i++) {
                rows[i][j] = frame.columns()[kept[j]][i];
            }
        }
        return Outcome.of(new BinaryFrame(terms, aliased, rows, y, frame.excluded()));
    }

    long events() {
        return Arrays.stream(outcome).filter(value -> value == 1).count();
    }

    /** One array per term. */
    double[][] columns() {
        double[][] columns = new double[terms.size()][outcome.length];
        for (int i = 0; i < outcome.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    /** With every term but the intercept less its mean. */
    BinaryFrame centred() {
        double[][] centred = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        for (int j = 1; j < terms.size(); j++) {
            int term = j;
            double mean =
                    Arrays.stream(rows).mapToDouble(row -> row[term]).average().orElse(0);
            Arrays.stream(centred).forEach(row -> row[term] -= mean);
        }
        return new BinaryFrame(terms, aliased, centred, outcome, excluded);
    }

    /** Without one of its terms, whose share in the log odds is fixed. */
    double[][] rowsWithout(int term) {
        return Arrays.stream(rows)
                .map(row -> {
                    double[] rest = new double[row.length - 1];
                    System.arraycopy(row, 0, rest, 0, term);
                    System.arraycopy(row, term + 1, rest, term, rest.length - term);
                    return rest;
                })
                .toArray(double[][]::new);
    }
}
