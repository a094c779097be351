package io.earshot.statistics;

import java.util.Arrays;

/**
 * Shapiro and Wilk's test of normality. R: {@code shapiro.test(x)}.
 *
 * @param excluded answers left out because they are missing
 * @param w in (0, 1]; 1 for perfectly normal data
 * @param p by Royston's approximation
 * @see <a href="https://doi.org/10.2307/2986146">Royston (1995), Algorithm AS R94, Applied Statistics 44, 547-551</a>
 */
public record ShapiroWilk(long n, long excluded, double w, double p) {
    private static final int MOST = 5000;

    /** Of values of which NaN is missing; undefined for fewer than 3 or more than 5000, or if they do not vary. */
    public static Outcome<ShapiroWilk> of(double... answers) {
        double[] x = Complete.values(answers);
        int n = x.length;
        if (n < 3) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "the test of normality needs three answers: %d", n);
        }
        if (n > MOST) {
            return Outcome.undefined(
                    Reason.TOO_MANY_ANSWERS, "the test of normality takes up to %d answers: %d", MOST, n);
        }
        Arrays.sort(x);
        if (x[0] == x[n - 1]) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are the same");
        }
        double w = statistic(x, weights(n));
        return Outcome.of(new ShapiroWilk(n, answers.length - n, w, p(w, n)));
    }

    /** The weights of the larger half of the differences between extreme values, outermost first. */
    private static double[] weights(int n) {
        int half = n / 2;
        double[] weights = new double[half];
        if (n == 3) {
            weights[0] = Math.sqrt(0.5);
            return weights;
        }
        double[] m = new double[half];
        double squares = 0;
        for (int i = 0; i < half; i++) {
            m[i] = Normal.quantile((i + 1 - 0.375) / (n + 0.25));
            squares += 2 * m[i] * m[i];
        }
        double root = Math.sqrt(squares);
        double u = 1 / Math.sqrt(n);
        double first = polynomial(u, 0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056) - m[0] / root;
        int from = n > 5 ? 2 : 1;
        double rest;
        if (n > 5) {
            double second = -m[1] / root + polynomial(u, 0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
            rest = Math.sqrt(
                    (squares - 2 * m[0] * m[0] - 2 * m[1] * m[1]) / (1 - 2 * first * first - 2 * second * second));
            weights[1] = second;
        } else {
            rest = Math.sqrt((squares - 2 * m[0] * m[0]) / (1 - 2 * first * first));
        }
        weights[0] = first;
        for (int i = from; i < half; i++) {
            weights[i] = -m[i] / rest;
        }
        return weights;
    }

    private static double statistic(double[] x, double[] weights) {
        int n = x.length;
        double mean = Moments.mean(x);
        double range = x[n - 1] - x[0];
        double contrast = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            contrast += weights[i] * (x[n - 1 - i] - x[i]) / range;
        }
        for (double value : x) {
            squares += (value - mean) / range * ((value - mean) / range);
        }
        return Math.min(1, contrast * contrast / squares);
    }

    private static double p(double w, int n) {
        if (n == 3) {
            double least = Math.asin(Math.sqrt(0.75));
            return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(w)) - least));
        }
        double y = Math.log1p(-w);
        double log = Math.log(n);
        double mean;
        double sd;
        if (n <= 11) {
            double gamma = polynomial(n, -2.273, 0.459);
            if (y >= gamma) {
                return 1e-99;
            }
            y = -Math.log(gamma - y);
            mean = polynomial(n, 0.544, -0.39978, 0.025054, -6.714e-4);
            sd = Math.exp(polynomial(n, 1.3822, -0.77857, 0.062767, -0.0020322));
        } else {
            mean = polynomial(log, -1.5861, -0.31082, -0.083751, 0.0038915);
            sd = Math.exp(polynomial(log, -0.4803, -0.082676, 0.0030302));
        }
        return Normal.upper((y - mean) / sd);
    }

    private static double polynomial(double x, double... coefficients) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
