package io.earshot.statistics.market;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ratings of products that differ in attributes: what each level adds to the rating, against the mean of the attribute's
 * levels. R: {@code lm} with {@code contr.sum}, all respondents together and each alone.
 *
 * @param n                    ratings
 * @param excluded             ratings that are missing, or of a product whose levels are not all known
 * @param intercept            the mean rating over all levels
 * @param partWorths           per attribute, per level; those of an attribute add up to 0
 * @param explained            R² of the pooled model, in [0, 1]
 * @param importance           per attribute, the range of its part-worths over the sum of all ranges
 * @param individualImportance the mean of each respondent's own importance; undefined if it is for all of them
 * @param leftOut              respondents whose own ratings do not tell the levels apart, or are all the same
 */
public record RatingsConjoint(
        long n,
        long excluded,
        double intercept,
        List<List<Double>> partWorths,
        double explained,
        Outcome<List<Double>> importance,
        Outcome<List<Double>> individualImportance,
        int leftOut) {
    private static final double TOLERANCE = 1e-7;

    public RatingsConjoint {
        partWorths = partWorths.stream().map(List::copyOf).toList();
    }

    /**
     * Of one row per rated product; rows that lack the rating or an attribute are left out. Undefined if the products do
     * not tell the levels apart.
     *
     * @param respondents who rated, the same number for all rows of one
     */
    public static Outcome<RatingsConjoint> of(double[] respondents, double[] ratings, List<CodedColumn> attributes) {
        int[] rows = IntStream.range(0, ratings.length)
                .filter(row -> !Double.isNaN(ratings[row])
                        && attributes.stream().noneMatch(attribute -> attribute.isMissing(row)))
                .toArray();
        return Fit.of(rows, ratings, attributes).map(pooled -> {
            Map<Double, List<Integer>> byRespondent = new LinkedHashMap<>();
            for (int row : rows) {
                byRespondent
                        .computeIfAbsent(respondents[row], unused -> new ArrayList<>())
                        .add(row);
            }
            double[] sums = new double[attributes.size()];
            int counted = 0;
            for (List<Integer> own : byRespondent.values()) {
                List<Double> importance = Fit.of(
                                own.stream().mapToInt(Integer::intValue).toArray(), ratings, attributes)
                        .flatMap(Fit::importance)
                        .toOptional()
                        .orElse(List.of());
                counted += importance.isEmpty() ? 0 : 1;
                for (int i = 0; i < importance.size(); i++) {
                    sums[i] += importance.get(i);
                }
            }
            int respondentsCounted = counted;
            Outcome<List<Double>> individual = counted == 0
                    ? Outcome.undefined(Reason.NO_VARIATION, "no respondent's own ratings tell the levels apart")
                    : Outcome.of(Arrays.stream(sums)
                            .map(sum -> sum / respondentsCounted)
                            .boxed()
                            .toList());
            return new RatingsConjoint(
                    rows.length,
                    ratings.length - rows.length,
                    pooled.intercept(),
                    pooled.partWorths(),
                    pooled.explained(),
                    pooled.importance(),
                    individual,
                    byRespondent.size() - counted);
        });
    }

    private record Fit(double intercept, List<List<Double>> partWorths, double explained) {

        static Outcome<Fit> of(int[] rows, double[] ratings, List<CodedColumn> attributes) {
            List<double[]> columns = new ArrayList<>();
            double[] ones = new double[rows.length];
            Arrays.fill(ones, 1);
            columns.add(ones);
            for (CodedColumn attribute : attributes) {
                int last = attribute.codes().size() - 1;
                for (int level = 0; level < last; level++) {
                    int own = level;
                    columns.add(Arrays.stream(rows)
                            .mapToDouble(row -> attribute.index(row) == own ? 1 : attribute.index(row) == last ? -1 : 0)
                            .toArray());
                }
            }
            double[] y = Arrays.stream(rows).mapToDouble(row -> ratings[row]).toArray();
            LeastSquares fit = LeastSquares.of(columns.toArray(double[][]::new), y, TOLERANCE);
            double[] coefficients = fit.coefficients();
            if (coefficients.length < columns.size()) {
                return Outcome.undefined(
                        Reason.SINGULAR, "%d rated products do not tell all levels apart", rows.length);
            }
            List<List<Double>> partWorths = new ArrayList<>();
            int at = 1;
            for (CodedColumn attribute : attributes) {
                List<Double> worths = new ArrayList<>();
                double sum = 0;
                for (int level = 0; level < attribute.codes().size() - 1; level++) {
                    sum += coefficients[at];
                    worths.add(coefficients[at++]);
                }
                worths.add(-sum);
                partWorths.add(worths);
            }
            double mean = Moments.mean(y);
            double total = Arrays.stream(y)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double rest =
                    Arrays.stream(fit.residuals()).map(value -> value * value).sum();
            return Outcome.of(new Fit(coefficients[0], partWorths, total > 0 ? 1 - rest / total : 0));
        }

        Outcome<List<Double>> importance() {
            double[] ranges = partWorths.stream()
                    .mapToDouble(worths -> worths.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .max()
                                    .orElse(0)
                            - worths.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .min()
                                    .orElse(0))
                    .toArray();
            double sum = Arrays.stream(ranges).sum();
            return sum > 0
                    ? Outcome.of(Arrays.stream(ranges)
                            .map(range -> range / sum)
                            .boxed()
                            .toList())
                    : Outcome.undefined(Reason.NO_VARIATION, "no attribute moves the ratings");
        }
    }
}
