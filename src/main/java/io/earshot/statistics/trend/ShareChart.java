package io.earshot.statistics.trend;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A p chart: shares over time against limits p̄ ± 3 √(p̄(1 - p̄)/n_i), cut to [0, 1], with the test of a trend.
 *
 * @param points  in the order of time
 * @param mean    p̄: all successes over all responses
 * @param trend   Cochran and Armitage's test with scores 1, 2, …; undefined if nobody or everybody succeeded.
 *     R: {@code prop.trend.test}
 * @param sigmaZ  Laney's factor: how much more the points vary than chance alone would let them; undefined for one point
 * @see <a href="https://doi.org/10.1081/QEN-120006555">Laney (2002), Quality Engineering 14, 531-537</a>
 */
public record ShareChart(List<Point> points, double mean, Outcome<Trend> trend, Outcome<Double> sigmaZ) {
    // Mean range of two standard normal values: 2 / √π.
    private static final double D2 = 2 / Math.sqrt(Math.PI);

    public ShareChart {
        points = List.copyOf(points);
    }

    /**
     * One point in time.
     *
     * @param laneyLow  limits widened by Laney's factor; the plain ones where that is undefined
     * @param laneyHigh likewise
     */
    public record Point(double share, double low, double high, boolean outside, double laneyLow, double laneyHigh) {}

    /** A chi-square on one degree of freedom. */
    public record Trend(double chiSquare, double p) {}

    /**
     * The chart of successes out of responses; undefined if there are no responses.
     *
     * @throws IllegalArgumentException if the arrays differ in length, or a point has no responses
     */
    public static Outcome<ShareChart> of(double[] successes, double[] responses) {
        if (successes.length != responses.length || Arrays.stream(responses).anyMatch(n -> !(n > 0))) {
            throw new IllegalArgumentException(
                    "each of %d points needs responses: %s".formatted(successes.length, Arrays.toString(responses)));
        }
        int k = successes.length;
        if (k == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "a chart needs a point");
        }
        double mean = Arrays.stream(successes).sum() / Arrays.stream(responses).sum();
        double[] shares = IntStream.range(0, k)
                .mapToDouble(i -> successes[i] / responses[i])
                .toArray();
        double[] sigmas = Arrays.stream(responses)
                .map(n -> Math.sqrt(mean * (1 - mean) / n))
                .toArray();
        Outcome<Double> sigmaZ = sigmaZ(shares, sigmas, mean);
        double factor = sigmaZ.toOptional().orElse(1.0);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double low = Math.max(0, mean - 3 * sigmas[i]);
            double high = Math.min(1, mean + 3 * sigmas[i]);
            points.add(new Point(
                    shares[i],
                    low,
                    high,
                    shares[i] < low || shares[i] > high,
                    Math.max(0, mean - 3 * sigmas[i] * factor),
                    Math.min(1, mean + 3 * sigmas[i] * factor)));
        }
        return Outcome.of(new ShareChart(points, mean, trend(shares, responses, mean), sigmaZ));
    }

    private static Outcome<Double> sigmaZ(double[] shares, double[] sigmas, double mean) {
        if (shares.length < 2 || mean == 0 || mean == 1) {
            return Outcome.undefined(
                    Reason.NO_VARIATION, "Laney's factor needs two points and a share between 0 and 1");
        }
        double[] zs = IntStream.range(0, shares.length)
                .mapToDouble(i -> (shares[i] - mean) / sigmas[i])
                .toArray();
        double sum = 0;
        for (int i = 1; i < shares.length; i++) {
            sum += Math.abs(zs[i] - zs[i - 1]);
        }
        return Outcome.of(sum / (shares.length - 1) / D2);
    }

    private static Outcome<Trend> trend(double[] shares, double[] n, double mean) {
        double all = Arrays.stream(n).sum();
        double scoreMean =
                IntStream.range(0, n.length).mapToDouble(i -> n[i] * (i + 1)).sum() / all;
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < n.length; i++) {
            xy += n[i] * (i + 1 - scoreMean) * (shares[i] - mean);
            xx += n[i] * (i + 1 - scoreMean) * (i + 1 - scoreMean);
        }
        double variance = mean * (1 - mean);
        if (!(variance * xx > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "a trend needs two points and a share between 0 and 1");
        }
        double chiSquare = xy * xy / xx / variance;
        return Outcome.of(new Trend(chiSquare, ChiSquaredDistribution.of(1).survivalProbability(chiSquare)));
    }
}
