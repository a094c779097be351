package io.earshot.statistics;

import io.earshot.statistics.distribution.Root;
import java.util.function.DoubleUnaryOperator;

/**
 * Tango's score interval of the difference between two shares of the same respondents of whom nobody is in both, such as promoters less
 * detractors: all differences that the score test does not refuse. Stays inside [-1, 1] and has width always.
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C891::AID-SIM780%3E3.0.CO;2-B">Tango (1998), Statistics in
 *     Medicine 17, 891-908</a>
 */
final class ScoreDifference {
    /** Beside the estimate, where the function has a root that is no limit if all are in one of the two, or none in either. */
    private static final double BESIDE = 1e-9;

    private final double first;
    private final double second;
    private final double n;
    private final double z;

    private ScoreDifference(double first, double second, double n, double z) {
        this.first = first;
        this.second = second;
        this.n = n;
        this.z = z;
    }

    /**
     * @param first  how many are in the first share, at least 0; whole if they are people, any number if it is at an effective base
     * @param second how many are in the other, at least 0
     * @param n      how many there are, above 0 and at least {@code first + second}
     */
    static Interval of(double first, double second, double n, double confidence) {
        ScoreDifference of = new ScoreDifference(first, second, n, Normal.reach(confidence));
        double estimate = (first - second) / n;
        double low = estimate <= -1 ? -1 : root(of::above, -1, Math.max(-1, estimate - BESIDE));
        double high = estimate >= 1 ? 1 : root(of::below, Math.min(1, estimate + BESIDE), 1);
        return new Interval(estimate, low, high, confidence);
    }

    private static double root(DoubleUnaryOperator f, double from, double to) {
        return from == to ? from : Root.between(f, from, to);
    }

    private double above(double difference) {
        return first - second - n * difference - z * Math.sqrt(n * variance(difference));
    }

    private double below(double difference) {
        return first - second - n * difference + z * Math.sqrt(n * variance(difference));
    }

    /** Of one respondent's part, at the shares that are likeliest if that is the difference. */
    private double variance(double difference) {
        double b = (2 * n - first + second) * difference - first - second;
        double c = -second * difference * (1 - difference);
        double share = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
        return Math.max(0, 2 * share + difference * (1 - difference));
    }
}
