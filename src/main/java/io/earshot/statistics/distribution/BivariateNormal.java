package io.earshot.statistics.distribution;

import io.earshot.statistics.Normal;

/**
 * Two standard normal values with a correlation.
 *
 * <p>P(X ≤ h, Y ≤ k) = Φ(h) Φ(k) + 1/2π ∫ exp(-(h² + k² - 2hk sin θ) / 2cos²θ) dθ over 0 to arcsin of the correlation, on
 * panels that halve towards the right angle, where the integrand is steep.
 *
 * @param correlation from -1 to 1
 * @see <a href="https://doi.org/10.1023/B:STCO.0000035304.20635.31">Genz (2004), Statistics and Computing 14, 251-260</a>
 */
public record BivariateNormal(double correlation) {
    public BivariateNormal {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException("correlation must be from -1 to 1: " + correlation);
        }
    }

    /** Probability of both values being up to {@code h} and {@code k}, which may be infinite. */
    public double cumulative(double h, double k) {
        if (h == Double.NEGATIVE_INFINITY || k == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (Double.isInfinite(h) || Double.isInfinite(k)) {
            return Normal.lower(Math.min(h, k));
        }
        if (correlation == 1) {
            return Normal.lower(Math.min(h, k));
        }
        if (correlation == -1) {
            return Math.max(0, Normal.lower(h) - Normal.upper(k));
        }
        double sign = Math.signum(correlation);
        double squares = h * h + k * k;
        double product = 2 * h * k * sign;
        double end = Math.asin(Math.abs(correlation));
        double sum = 0;
        double from = 0;
        for (double gap = Math.PI / 4; from < end; gap /= 2) {
            double to = Math.min(end, Math.PI / 2 - gap);
            sum += Quadrature.panel(from, to, theta -> {
                double cosine = Math.cos(theta);
                return Math.exp(-(squares - product * Math.sin(theta)) / (2 * cosine * cosine));
            });
            from = to;
        }
        return Math.max(0, Normal.lower(h) * Normal.lower(k) + sign * sum / (2 * Math.PI));
    }

    public double density(double x, double y) {
        double rest = 1 - correlation * correlation;
        return Math.exp(-(x * x + y * y - 2 * correlation * x * y) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
    }
}
