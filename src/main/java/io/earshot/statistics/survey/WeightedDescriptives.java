package io.earshot.statistics.survey;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a variable's numbers lie among the people that respondents stand for: mean with its linearised error, deviation,
 * quartiles as {@link SurveyQuantile}'s. R: {@code svymean, svyvar, svyquantile(qrule = "math")}.
 */
public final class WeightedDescriptives {
    private WeightedDescriptives() {}

    /**
     * What has no settled form for weights (median distance from the median, trimmed mean, skewness, kurtosis) is undefined;
     * modes are the values with the most weight.
     *
     * @param values  one a row, NaN where missing
     * @param weights one a row, at least 0
     */
    public static Outcome<Descriptives> of(String variable, double[] values, double[] weights, double confidence) {
        Interval.requireConfidence(confidence);
        double[] given = Complete.values(values);
        SurveyDesign design = SurveyDesign.of(weights).where(values);
        if (given.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered %s", variable);
        }
        return SurveyMean.of(design, values, confidence)
                .map(mean -> new Descriptives(
                        variable,
                        given.length,
                        values.length - given.length,
                        mean.mean(),
                        SurveyVariance.of(design, values).map(spread -> Math.sqrt(spread.variance())),
                        mean.interval(),
                        mean.total(),
                        Arrays.stream(given).min().orElseThrow(),
                        quantile(design, values, 0.25, confidence),
                        quantile(design, values, 0.5, confidence),
                        quantile(design, values, 0.75, confidence),
                        Arrays.stream(given).max().orElseThrow(),
                        none("the median distance from the median"),
                        none("a trimmed mean"),
                        modes(design, values),
                        none("skewness"),
                        none("kurtosis")));
    }

    private static double quantile(SurveyDesign design, double[] values, double probability, double confidence) {
        return SurveyQuantile.of(design, values, probability, confidence)
                .orElseThrow()
                .quantile();
    }

    private static <T> Outcome<T> none(String what) {
        return Outcome.undefined(Reason.NO_WEIGHTED_METHOD, "%s has no settled form for weighted answers", what);
    }

    private static List<Double> modes(SurveyDesign design, double[] values) {
        Map<Double, Double> people = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            if (design.weight(row) > 0) {
                people.merge(values[row], design.weight(row), Double::sum);
            }
        }
        double most = people.values().stream().mapToDouble(sum -> sum).max().orElseThrow();
        List<Double> modes = new ArrayList<>();
        people.forEach((value, sum) -> {
            if (sum == most) {
                modes.add(value);
            }
        });
        modes.sort(null);
        return modes;
    }
}
