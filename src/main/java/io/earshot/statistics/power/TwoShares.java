package io.earshot.statistics.power;

import io.earshot.statistics.Normal;
import io.earshot.statistics.distribution.Root;

/**
 * Power of the comparison of two shares with equally large groups, two-sided, by the normal distribution.
 * R: {@code power.prop.test}.
 *
 * @param first  share in the first group, in [0, 1]
 * @param second share in the second group, in [0, 1]
 * @param alpha  error probability, in (0, 1)
 */
public record TwoShares(double first, double second, double alpha) {
    public TwoShares {
        if (!(first >= 0 && first <= 1 && second >= 0 && second <= 1 && alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "shares must be in [0, 1] and alpha in (0, 1): %s, %s, %s".formatted(first, second, alpha));
        }
    }

    /** Power with {@code n} respondents a group: Φ((√n |p1 - p2| - z √(2 p̄ q̄)) / √(p1 q1 + p2 q2)). */
    public double power(double n) {
        double both = first + second;
        double pooled = Normal.reach(1 - alpha) * Math.sqrt(both * (1 - both / 2));
        double spread = Math.sqrt(first * (1 - first) + second * (1 - second));
        return Normal.lower((Math.sqrt(n) * Math.abs(first - second) - pooled) / spread);
    }

    /** Respondents a group for a power in (0, 1); the shares must differ. */
    public double sampleSize(double power) {
        if (first == second) {
            throw new IllegalArgumentException("equal shares are never told apart: " + first);
        }
        return Root.ofDecreasing(n -> power - power(n), 1, 100);
    }

    /** The smallest share above {@code first} that {@code n} respondents a group find with a power. */
    public static double detectable(double first, double n, double power, double alpha) {
        return Root.between(second -> new TwoShares(first, second, alpha).power(n) - power, first, 1);
    }

    /** Cohen's h: 2 asin √p1 - 2 asin √p2. */
    public double effect() {
        return 2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second));
    }

    /** Power by the arcsine transformation with {@code n} respondents a group. R: {@code pwr::pwr.2p.test}. */
    public double arcsinePower(double n) {
        double z = Normal.reach(1 - alpha);
        double shift = Math.abs(effect()) * Math.sqrt(n / 2);
        return Normal.upper(z - shift) + Normal.lower(-z - shift);
    }
}
