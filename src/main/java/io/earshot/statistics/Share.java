package io.earshot.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Shares of a whole with their intervals. */
public final class Share {
    private Share() {}

    /**
     * Wilson's score interval, without continuity correction; stays inside [0, 1] and has width at shares of 0 and 1.
     *
     * <p>(p + z²/2n ± z √(pq/n + z²/4n²)) / (1 + z²/n). R: {@code prop.test(x, n, correct = FALSE)}.
     *
     * @param successes  0 to {@code n}
     * @param n          responses; undefined if 0
     * @param confidence share of such intervals that hold the true share, in (0, 1)
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1), or {@code successes} outside [0, n]
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927), JASA 22, 209-212</a>
     */
    public static Outcome<Interval> wilson(long successes, long n, double confidence) {
        Interval.requireConfidence(confidence);
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes must be from 0 to %d: %d".formatted(n, successes));
        }
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "a share of nobody is not defined");
        }
        double p = (double) successes / n;
        double low;
        double high;
        if (n <= Integer.MAX_VALUE) {
            var interval =
                    BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) n, (int) successes, 1 - confidence);
            low = interval.getLowerBound();
            high = interval.getUpperBound();
        } else {
            // The library counts in int; beyond that the formula itself.
            double z = Normal.reach(confidence);
            double zz = z * z / n;
            double middle = (p + zz / 2) / (1 + zz);
            double half = z * Math.sqrt(p * (1 - p) / n + zz / (4.0 * n)) / (1 + zz);
            low = middle - half;
            high = middle + half;
        }
        // Rounding must not leave 0 or 1 out where nobody, or everybody, is counted.
        return Outcome.of(new Interval(p, successes == 0 ? 0 : low, successes == n ? 1 : high, confidence));
    }

    /**
     * Wilson's interval of a weighted share, at the sample size that would be as precise without weights.
     *
     * @param share      in [0, 1]
     * @param nEffective (Σw)² / Σw², above 0; need not be a whole number
     * @param confidence share of such intervals that hold the true share, in (0, 1)
     */
    public static Interval wilsonOfEffective(double share, double nEffective, double confidence) {
        if (!(share >= 0 && share <= 1) || !(nEffective > 0)) {
            throw new IllegalArgumentException(
                    "a share in [0, 1] of an effective n above 0: %s of %s".formatted(share, nEffective));
        }
        double z = Normal.reach(confidence);
        double zz = z * z / nEffective;
        double middle = (share + zz / 2) / (1 + zz);
        double half = z * Math.sqrt(share * (1 - share) / nEffective + zz / (4 * nEffective)) / (1 + zz);
        return new Interval(share, share == 0 ? 0 : middle - half, share == 1 ? 1 : middle + half, confidence);
    }
}
