package io.earshot.statistics.score;

import static io.earshot.statistics.Complete.values;

import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * System Usability Scale: 2.5 × (Σ of odd items - 1 + Σ of 5 - even items), from 0 to 100; 68 is about the average product.
 *
 * @param n        respondents with all ten answers
 * @param excluded respondents that lack one or more
 * @param scores per respondent, NaN for those that left an item out
 * @param mean   of complete respondents with t interval, spread and median; undefined if there are none
 * @see <a href="https://uxpajournal.org/sus-a-retrospective/">Brooke (1996; 2013), SUS: a retrospective</a>
 */
public record SystemUsability(long n, long excluded, List<Double> scores, Outcome<Descriptives> mean) {
    private static final int ITEMS = 10;

    public SystemUsability {
        scores = List.copyOf(scores);
    }

    /**
     * The scores of answers from 1 to 5, one row per respondent, NaN where missing.
     *
     * @throws IllegalArgumentException if a row has not ten items
     */
    public static SystemUsability of(double[][] answers, double confidence) {
        double[] scores =
                Arrays.stream(answers).mapToDouble(SystemUsability::score).toArray();
        return new SystemUsability(
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count(),
                Arrays.stream(scores).filter(Double::isNaN).count(),
                Arrays.stream(scores).boxed().toList(),
                Descriptives.of("SUS", values(scores), confidence, 0));
    }

    private static double score(double[] items) {
        if (items.length != ITEMS) {
            throw new IllegalArgumentException("SUS has 10 items: " + items.length);
        }
        double sum = 0;
        for (int i = 0; i < ITEMS; i++) {
            sum += i % 2 == 0 ? items[i] - 1 : 5 - items[i];
        }
        return 2.5 * sum;
    }
}
