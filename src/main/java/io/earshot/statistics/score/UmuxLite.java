package io.earshot.statistics.score;

import static io.earshot.statistics.Complete.values;

import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * UMUX-Lite of two items from 1 to 7: (a + b - 2) × 100 / 12, from 0 to 100.
 *
 * @param n        respondents with both answers
 * @param excluded respondents that lack one
 * @param scores      per respondent, NaN for those that left an item out
 * @param mean        of complete respondents; undefined if there are none
 * @param susEstimate the mean SUS to expect: 0.65 mean + 22.9
 * @see <a href="https://doi.org/10.1145/2470654.2481287">Lewis, Utesch and Maher (2013), CHI '13, 2099-2102</a>
 */
public record UmuxLite(
        long n, long excluded, List<Double> scores, Outcome<Descriptives> mean, Outcome<Double> susEstimate) {
    public UmuxLite {
        scores = List.copyOf(scores);
    }

    /** @throws IllegalArgumentException if the items differ in length */
    public static UmuxLite of(double[] first, double[] second, double confidence) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "items must have equally many rows: %d, %d".formatted(first.length, second.length));
        }
        double[] scores = IntStream.range(0, first.length)
                .mapToDouble(row -> (first[row] + second[row] - 2) * 100 / 12)
                .toArray();
        Outcome<Descriptives> mean = Descriptives.of("UMUX-Lite", values(scores), confidence, 0);
        return new UmuxLite(
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count(),
                Arrays.stream(scores).filter(Double::isNaN).count(),
                Arrays.stream(scores).boxed().toList(),
                mean,
                mean.map(found -> 0.65 * found.mean() + 22.9));
    }
}
