package io.earshot.statistics;

/**
 * Skewness or excess kurtosis, by the three definitions in use. R: {@code e1071::skewness(x, type = )}, {@code kurtosis}.
 *
 * @param population type 1: g1 = m3 / m2^1.5, or g2 = m4 / m2² - 3
 * @param sample     type 2: G1 or G2, corrected for bias under normality; Excel's, SPSS's and SAS's
 * @param minitab    type 3: b1 or b2, with the sample standard deviation
 */
public record Shape(double population, double sample, double minitab) {

    /** The skewness of values without missing ones; undefined for fewer than three, or if they do not vary. */
    static Outcome<Shape> skewness(double[] values) {
        double n = values.length;
        double[] moments = centralMoments(values);
        if (values.length < 3) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "skewness needs three answers: %d", values.length);
        }
        if (moments[0] == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are the same, so they have no skewness");
        }
        double g1 = moments[1] / Math.pow(moments[0], 1.5);
        return Outcome.of(new Shape(g1, g1 * Math.sqrt(n * (n - 1)) / (n - 2), g1 * Math.pow(1 - 1 / n, 1.5)));
    }

    /** The excess kurtosis of values without missing ones; undefined for fewer than four, or if they do not vary. */
    static Outcome<Shape> kurtosis(double[] values) {
        double n = values.length;
        double[] moments = centralMoments(values);
        if (values.length < 4) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "kurtosis needs four answers: %d", values.length);
        }
        if (moments[0] == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are the same, so they have no kurtosis");
        }
        double ratio = moments[2] / (moments[0] * moments[0]);
        double g2 = ratio - 3;
        double sample = ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
        return Outcome.of(new Shape(g2, sample, ratio * (1 - 1 / n) * (1 - 1 / n) - 3));
    }

    /** The second, third and fourth moments around the mean, with n. */
    private static double[] centralMoments(double[] values) {
        double mean = Moments.mean(values);
        double[] sums = new double[3];
        for (double value : values) {
            double difference = value - mean;
            double square = difference * difference;
            sums[0] += square / values.length;
            sums[1] += square * difference / values.length;
            sums[2] += square * square / values.length;
        }
        return sums;
    }
}
