package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two variables against each other by weight, codes that nobody gave included. R: {@code svytable, svychisq}.
 *
 * @param n        responses with both answers
 * @param excluded responses that lack one or both
 * @param weighted the sum of the weights of the n
 * @param nEffective (Σw)² / Σw²
 * @param sums     of weights, a list per row code with one per column code
 * @param effective (Σw)² / Σw² of each column; 0 for an empty one
 * @param test     Rao and Scott's
 */
public record WeightedCrosstab(
        long n,
        long excluded,
        double weighted,
        double nEffective,
        List<List<Double>> sums,
        List<Double> effective,
        Outcome<RaoScott> test) {
    public WeightedCrosstab {
        sums = sums.stream().map(List::copyOf).toList();
        effective = List.copyOf(effective);
    }

    /** The same sums with another test. */
    public WeightedCrosstab with(Outcome<RaoScott> other) {
        return new WeightedCrosstab(n, excluded, weighted, nEffective, sums, effective, other);
    }

    /** @param weights one a row, at least 0 */
    public static WeightedCrosstab of(CodedColumn rows, CodedColumn columns, double[] weights) {
        double[][] sums = new double[rows.codes().size()][columns.codes().size()];
        double[] people = new double[columns.codes().size()];
        double[] squares = new double[people.length];
        long n = 0;
        for (int row = 0; row < weights.length; row++) {
            if (!rows.isMissing(row) && !columns.isMissing(row)) {
                int column = columns.index(row);
                sums[rows.index(row)][column] += weights[row];
                people[column] += weights[row];
                squares[column] += weights[row] * weights[row];
                n++;
            }
        }
        double all = Arrays.stream(people).sum();
        double square = Arrays.stream(squares).sum();
        List<List<Double>> lines = new ArrayList<>();
        for (double[] line : sums) {
            lines.add(Arrays.stream(line).boxed().toList());
        }
        List<Double> effective = new ArrayList<>();
        for (int column = 0; column < people.length; column++) {
            effective.add(squares[column] == 0 ? 0 : people[column] * people[column] / squares[column]);
        }
        return new WeightedCrosstab(
                n,
                weights.length - n,
                all,
                square == 0 ? 0 : all * all / square,
                lines,
                effective,
                RaoScott.weighted(rows, columns, weights));
    }
}
