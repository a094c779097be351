package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which features make a row of a set the chosen one: conditional logistic regression, exact for any number of chosen rows
 * per set. R: {@code survival::clogit(choice ~ x + strata(set))}.
 *
 * @param rows              in the sets that count
 * @param sets              with both chosen and other rows
 * @param excluded          rows with a missing value, or in sets where all or none were chosen, which tell nothing
 * @param coefficients      log odds per unit, without an intercept; tested by Wald's z
 * @param aliased           terms that are the same within every set, or that earlier ones explain
 * @param nullLogLikelihood with all coefficients 0
 */
public record ConditionalLogit(
        int rows,
        int sets,
        int excluded,
        List<Coefficient> coefficients,
        List<String> aliased,
        double logLikelihood,
        double nullLogLikelihood,
        int iterations) {
    private static final double TOLERANCE = 1e-9;

    public ConditionalLogit {
        coefficients = List.copyOf(coefficients);
        aliased = List.copyOf(aliased);
    }

    /**
     * @param chosen 1 for a chosen row, 0 for another one, NaN where missing
     * @param set    the same number for all rows of a set, NaN where missing
     * @throws IllegalArgumentException if {@code chosen} has another value
     */
    public static Outcome<ConditionalLogit> of(
            double[] chosen, double[] set, List<? extends ScoredColumn> predictors, double confidence) {
        ModelFrame frame = ModelFrame.of(predictors, chosen, set);
        double[] choice = frame.other(0);
        double[] sets = frame.other(1);
        Map<Double, List<Integer>> rowsOfSet = new LinkedHashMap<>();
        for (int row = 0; row < frame.rows(); row++) {
            if (choice[row] != 0 && choice[row] != 1) {
                throw new IllegalArgumentException("a choice is 0, 1 or NaN: " + choice[row]);
            }
            rowsOfSet.computeIfAbsent(sets[row], any -> new ArrayList<>()).add(row);
        }
        rowsOfSet
                .values()
                .removeIf(rows ->
                        rows.stream().mapToDouble(row -> choice[row]).distinct().count() < 2);
        if (rowsOfSet.isEmpty()) {
            return Outcome.undefined(Reason.NO_VARIATION, "no set has both a chosen and another row");
        }
        int used = rowsOfSet.values().stream().mapToInt(List::size).sum();
        double[][] columns = Arrays.stream(frame.columns(), 1, frame.columns().length)
                .map(ConditionalLogit::centred)
                .toArray(double[][]::new);
        int[] kept = distinguishable(columns, rowsOfSet, used);
        List<String> terms =
                IntStream.of(kept).mapToObj(j -> frame.terms().get(j + 1)).toList();
        List<String> aliased =
                new ArrayList<>(frame.terms().subList(1, frame.terms().size()));
        aliased.removeAll(terms);
        ConditionalLikelihood likelihood = new ConditionalLikelihood(
                rowsOfSet.values().stream()
                        .map(rows -> choiceSet(rows, choice, columns, kept))
                        .toList(),
                kept.length);
        double none = likelihood.at(new double[kept.length]).value();
        Outcome<LikelihoodFit> fit = kept.length == 0
                ? Outcome.of(new LikelihoodFit(new double[0], none, new double[0][], 0))
                : LikelihoodFit.of(likelihood, new double[kept.length]);
        return fit.map(best -> new ConditionalLogit(
                used,
                rowsOfSet.size(),
                chosen.length - used,
                LogisticRegression.coefficients(terms, best, confidence),
                aliased,
                best.value(),
                none,
                best.iterations()));
    }

    /** What all sets share says nothing of a choice; far from 0 it would only cost digits. */
    private static double[] centred(double[] column) {
        double mean = Arrays.stream(column).average().orElse(0);
        return Arrays.stream(column).map(value -> value - mean).toArray();
    }

    private static ConditionalLikelihood.ChoiceSet choiceSet(
            List<Integer> rows, double[] choice, double[][] columns, int[] kept) {
        List<Integer> chosenFirst = rows.stream()
                .sorted((a, b) -> Double.compare(choice[b], choice[a]))
                .toList();
        return new ConditionalLikelihood.ChoiceSet(
                chosenFirst.stream()
                        .map(row -> IntStream.of(kept)
                                .mapToDouble(j -> columns[j][row])
                                .toArray())
                        .toArray(double[][]::new),
                (int) rows.stream().filter(row -> choice[row] == 1).count());
    }

    /** The columns that differ within sets, and not only as earlier ones do. */
    private static int[] distinguishable(double[][] columns, Map<Double, List<Integer>> rowsOfSet, int used) {
        double[][] within = new double[columns.length][used];
        double[] lengths = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            int next = 0;
            for (List<Integer> rows : rowsOfSet.values()) {
                double mean =
                        rows.stream().mapToDouble(row -> column[row]).average().orElseThrow();
                for (int row : rows) {
                    lengths[j] = Math.max(lengths[j], Math.abs(column[row]));
                    within[j][next++] = column[row] - mean;
                }
            }
            double most = Arrays.stream(within[j]).map(Math::abs).max().orElseThrow();
            if (most <= TOLERANCE * lengths[j]) {
                Arrays.fill(within[j], 0);
            }
        }
        return LeastSquares.of(within, new double[used], TOLERANCE).kept();
    }
}
