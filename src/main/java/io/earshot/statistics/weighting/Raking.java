package io.earshot.statistics.weighting;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights fitted to several margins at once by iterative proportional fitting. R: {@code survey::rake(epsilon = 1e-10)}.
 *
 * <p>A row without a code in a margin is a cell of its own there, whose share is not changed. Rows that agree in all
 * margins are fitted as one, so that an iteration takes the time of the distinct combinations, not of the rows.
 *
 * @param weights    one a row, adding up to the total; base weights of 0 stay 0
 * @param iterations passes over all margins
 * @param achieved   for each margin, the weighted share of each code
 * @see <a href="https://doi.org/10.1214/aoms/1177731829">Deming and Stephan (1940), Annals of Mathematical Statistics 11</a>
 */
public record Raking(double[] weights, int iterations, List<Map<String, Double>> achieved) {
    private static final int MOST_ITERATIONS = 5000;
    private static final int MOST_DENSE = 1 << 20;
    private static final double STILL = 1e-12;
    private static final double MET = 1e-8;

    /** To the base weights' own total. */
    public static Outcome<Raking> of(List<Margin> margins, double[] base) {
        return of(margins, base, Arrays.stream(base).sum());
    }

    /**
     * @param margins only the proportions of their targets count
     * @param base    weights to start from, finite and at least 0
     * @param total   what the weights add up to, above 0
     */
    public static Outcome<Raking> of(List<Margin> margins, double[] base, double total) {
        WeightDiagnostics.requireWeights(base);
        if (!(total > 0) && Arrays.stream(base).anyMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException("the total must be above 0: " + total);
        }
        double sum = Arrays.stream(base).sum();
        if (sum == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "the base weights add up to 0");
        }
        Outcome<double[]> matched = Outcome.of(base);
        for (Margin margin : margins) {
            matched = matched.flatMap(margin::matched);
        }
        double scale = total / sum;
        return matched.flatMap(same -> {
            Cells cells = Cells.of(margins, base);
            return cells.fit().map(iterations -> {
                double[] weights = new double[base.length];
                for (int row = 0; row < base.length; row++) {
                    weights[row] = base[row] * scale * cells.factor(row);
                }
                return new Raking(
                        weights,
                        iterations,
                        margins.stream().map(margin -> margin.achieved(weights)).toList());
            });
        });
    }

    /** The combinations of codes that occur, with their sums of weights. */
    private record Cells(List<Margin> margins, int[] cellOfRow, List<int[]> codes, double[] before, double[] sums) {
        static Cells of(List<Margin> margins, double[] base) {
            List<int[]> codes = new ArrayList<>();
            int[] cellOfRow = combinations(margins) <= MOST_DENSE
                    ? denseCells(margins, base.length, codes)
                    : sparseCells(margins, base.length, codes);
            double[] before = new double[codes.size()];
            for (int row = 0; row < base.length; row++) {
                before[cellOfRow[row]] += base[row];
            }
            return new Cells(margins, cellOfRow, codes, before, before.clone());
        }

        /** How many combinations could occur, rows without a code among them. */
        private static double combinations(List<Margin> margins) {
            return margins.stream()
                    .mapToDouble(margin -> margin.column().codes().size() + 1.0)
                    .reduce(1, (some, more) -> some * more);
        }

        /** Each row's cell by arithmetic: the combination's place among all that could occur. */
        private static int[] denseCells(List<Margin> margins, int rows, List<int[]> codes) {
            int[] cells = new int[rows];
            for (Margin margin : margins) {
                margin.addPlaces(cells);
            }
            int[] numbers = new int[(int) combinations(margins)];
            for (int row = 0; row < rows; row++) {
                int place = cells[row];
                if (numbers[place] == 0) {
                    codes.add(codesOf(margins, row));
                    numbers[place] = codes.size();
                }
                cells[row] = numbers[place] - 1;
            }
            return cells;
        }

        private static int[] sparseCells(List<Margin> margins, int rows, List<int[]> codes) {
            Map<List<Integer>, Integer> numbers = new HashMap<>();
            int[] cells = new int[rows];
            for (int row = 0; row < rows; row++) {
                int[] key = codesOf(margins, row);
                cells[row] = numbers.computeIfAbsent(Arrays.stream(key).boxed().toList(), any -> {
                    codes.add(key);
                    return codes.size() - 1;
                });
            }
            return cells;
        }

        private static int[] codesOf(List<Margin> margins, int row) {
            return margins.stream()
                    .mapToInt(margin -> Math.max(-1, margin.column().index(row)))
                    .toArray();
        }

        double factor(int row) {
            int cell = cellOfRow[row];
            return before[cell] == 0 ? 0 : sums[cell] / before[cell];
        }

        /** Iterations until no cell changes; the sums stand where they ended. */
        Outcome<Integer> fit() {
            double change = 0;
            for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
                Watch.look();
                double[] old = sums.clone();
                for (int m = 0; m < margins.size(); m++) {
                    fit(m);
                }
                change = 0;
                for (int cell = 0; cell < sums.length; cell++) {
                    // Against the cell itself, or a trace of the whole for cells that fade to nothing.
                    double size = Math.max(old[cell], 1e-6 * before[cell]);
                    change = Math.max(change, size == 0 ? 0 : Math.abs(sums[cell] - old[cell]) / size);
                }
                if (change <= STILL * 10) {
                    // Margins that contradict each other can send every pass through the same weights.
                    double miss = miss();
                    return miss <= MET
                            ? Outcome.of(iteration)
                            : Outcome.undefined(
                                    Reason.NOT_CONVERGED,
                                    "the margins contradict each other: a share stays %.2g off its target",
                                    miss);
                }
            }
            return Outcome.undefined(
                    Reason.NOT_CONVERGED,
                    "the margins can't be met at once: after %d passes the weights still change by up to %.2g of themselves",
                    MOST_ITERATIONS,
                    change);
        }

        /** The largest difference of a share from its target. */
        private double miss() {
            double miss = 0;
            for (int m = 0; m < margins.size(); m++) {
                double[] targets = margins.get(m).targetOfCode();
                double[] current = new double[targets.length];
                double placed = 0;
                for (int cell = 0; cell < sums.length; cell++) {
                    int code = codes.get(cell)[m];
                    if (code >= 0) {
                        current[code] += sums[cell];
                        placed += sums[cell];
                    }
                }
                for (int code = 0; code < targets.length; code++) {
                    double target = targets[code] / margins.get(m).targetSum();
                    miss = Math.max(miss, Math.abs(current[code] / placed - target));
                }
            }
            return miss;
        }

        private void fit(int m) {
            double[] targets = margins.get(m).targetOfCode();
            double[] current = new double[targets.length];
            double placed = 0;
            for (int cell = 0; cell < sums.length; cell++) {
                int code = codes.get(cell)[m];
                if (code >= 0) {
                    current[code] += sums[cell];
                    placed += sums[cell];
                }
            }
            double whole = margins.get(m).targetSum();
            for (int cell = 0; cell < sums.length; cell++) {
                int code = codes.get(cell)[m];
                if (code >= 0 && current[code] > 0) {
                    sums[cell] *= targets[code] / whole * placed / current[code];
                }
            }
        }
    }
}
