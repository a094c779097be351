package io.earshot.statistics.survey;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.stream.IntStream;

/**
 * An estimate and its influence: for each row, its weight times the estimate's derivative for that weight.
 *
 * @param influence 0 for rows that aren't used
 */
record Linearised(double estimate, double[] influence) {

    static Outcome<Linearised> cohensD(SurveyEffect.TwoGroups two, double[] values) {
        SurveyDesign used = two.used();
        double[] first = used.domain(two.first()).weights();
        double[] second = rest(used, first);
        double meanFirst = mean(first, values);
        double meanSecond = mean(second, values);
        double people = used.sumOfWeights();
        double scale = used.n() / (used.n() - 2.0);
        double[] squares = new double[values.length];
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            double mean = first[row] > 0 ? meanFirst : meanSecond;
            squares[row] = used.weight(row) > 0 ? (values[row] - mean) * (values[row] - mean) : 0;
            sum += used.weight(row) * squares[row];
        }
        if (!(sum > 0) || used.n() < 3) {
            return Outcome.undefined(Reason.NO_VARIATION, "%d answers don't vary within their groups", used.n());
        }
        double variance = scale * sum / people;
        double sd = Math.sqrt(variance);
        double d = (meanFirst - meanSecond) / sd;
        double ofFirst = sum(first);
        double ofSecond = sum(second);
        double[] influence = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            if (used.weight(row) > 0) {
                double difference =
                        first[row] > 0 ? (values[row] - meanFirst) / ofFirst : -(values[row] - meanSecond) / ofSecond;
                double spread = (scale * squares[row] - variance) / people;
                influence[row] = used.weight(row) * (difference / sd - d / (2 * variance) * spread);
            }
        }
        return Outcome.of(new Linearised(d, influence));
    }

    static Outcome<Linearised> standardisedMean(SurveyDesign used, double[] values) {
        double[] weights = used.weights();
        double mean = mean(weights, values);
        double people = used.sumOfWeights();
        double scale = used.n() / (used.n() - 1.0);
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            sum += weights[row] > 0 ? weights[row] * (values[row] - mean) * (values[row] - mean) : 0;
        }
        if (used.n() < 2 || !(sum > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "%d differences don't vary", used.n());
        }
        double variance = scale * sum / people;
        double sd = Math.sqrt(variance);
        double[] influence = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            if (weights[row] > 0) {
                double deviation = values[row] - mean;
                double spread = scale * deviation * deviation - variance;
                influence[row] = weights[row] / people * (deviation / sd - mean / sd / (2 * variance) * spread);
            }
        }
        return Outcome.of(new Linearised(mean / sd, influence));
    }

    static Outcome<Linearised> correlation(SurveyDesign used, double[] x, double[] y) {
        double[] weights = used.weights();
        double people = used.sumOfWeights();
        double[] first = standardised(weights, x);
        double[] second = standardised(weights, y);
        double r = 0;
        boolean varies = true;
        for (int row = 0; row < x.length; row++) {
            if (weights[row] > 0) {
                varies &= Double.isFinite(first[row]) && Double.isFinite(second[row]);
                r += weights[row] / people * first[row] * second[row];
            }
        }
        if (!varies || used.n() < 2) {
            return Outcome.undefined(Reason.NO_VARIATION, "one of both is the same in all %d rows", used.n());
        }
        double[] influence = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            if (weights[row] > 0) {
                double squares = first[row] * first[row] + second[row] * second[row];
                influence[row] = weights[row] / people * (first[row] * second[row] - r / 2 * squares);
            }
        }
        return Outcome.of(new Linearised(Math.max(-1, Math.min(1, r)), influence));
    }

    static Outcome<Linearised> cliffsDelta(SurveyEffect.TwoGroups two, double[] values) {
        SurveyDesign used = two.used();
        double[] first = used.domain(two.first()).weights();
        double[] second = rest(used, first);
        double ofFirst = sum(first);
        double ofSecond = sum(second);
        double[] firstBelow = Below.of(values, used.weights(), first);
        double[] secondBelow = Below.of(values, used.weights(), second);
        double delta = 0;
        for (int row = 0; row < values.length; row++) {
            delta += first[row] > 0 ? first[row] / ofFirst * (2 * secondBelow[row] / ofSecond - 1) : 0;
        }
        double[] influence = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            if (first[row] > 0) {
                influence[row] = first[row] / ofFirst * (2 * secondBelow[row] / ofSecond - 1 - delta);
            } else if (second[row] > 0) {
                influence[row] = second[row] / ofSecond * (1 - 2 * firstBelow[row] / ofFirst - delta);
            }
        }
        return Outcome.of(new Linearised(Math.max(-1, Math.min(1, delta)), influence));
    }

    static Outcome<Linearised> rankCorrelation(SurveyDesign used, double[] x, double[] y) {
        double[] weights = used.weights();
        double people = used.sumOfWeights();
        double[] u = shares(Below.of(x, weights, weights), people);
        double[] v = shares(Below.of(y, weights, weights), people);
        Product both = Product.of(x, u, y, v, weights, people);
        Product ofX = Product.of(x, u, x, u, weights, people);
        Product ofY = Product.of(y, v, y, v, weights, people);
        double squares = ofX.covariance() * ofY.covariance();
        // Shares of people are right to 1e-16, so a smaller variance is that of no ranks but one.
        if (!(ofX.covariance() > 1e-14 && ofY.covariance() > 1e-14)) {
            return Outcome.undefined(Reason.NO_VARIATION, "one of both is the same in all %d rows", used.n());
        }
        double rho = both.covariance() / Math.sqrt(squares);
        double[] influence = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            influence[row] = both.influence()[row] / Math.sqrt(squares)
                    - rho / 2 * (ofX.influence()[row] / ofX.covariance() + ofY.influence()[row] / ofY.covariance());
        }
        return Outcome.of(new Linearised(Math.max(-1, Math.min(1, rho)), influence));
    }

    /** The mean of F(x) G(y), less a quarter, with F and G the weighted shares of lower answers: each has the mean ½. */
    private record Product(double covariance, double[] influence) {
        static Product of(double[] x, double[] u, double[] y, double[] v, double[] weights, double people) {
            double mean = 0;
            for (int row = 0; row < u.length; row++) {
                mean += weights[row] > 0 ? weights[row] / people * u[row] * v[row] : 0;
            }
            double[] above = Below.above(x, weights, times(weights, v));
            double[] right = Below.above(y, weights, times(weights, u));
            double[] influence = new double[u.length];
            for (int row = 0; row < u.length; row++) {
                influence[row] = weights[row] > 0
                        ? weights[row]
                                / people
                                * (u[row] * v[row] + above[row] / people + right[row] / people - 3 * mean)
                        : 0;
            }
            return new Product(mean - 0.25, influence);
        }
    }

    static Outcome<Linearised> signedRanks(SurveyDesign used, double[] changes) {
        int n = used.n();
        if (n == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "no pair of answers differs");
        }
        double[] weights = used.weights();
        double half = used.sumOfWeights() / n / 2;
        double[] sizes = new double[changes.length];
        double[] signs = new double[changes.length];
        for (int row = 0; row < changes.length; row++) {
            sizes[row] = Math.abs(changes[row]);
            signs[row] = weights[row] > 0 ? Math.signum(changes[row]) : 0;
        }
        double[] below = Below.of(sizes, weights, weights);
        double[] signed = times(weights, signs);
        double upward = 0;
        double all = 0;
        for (int row = 0; row < changes.length; row++) {
            if (weights[row] > 0) {
                upward += signed[row] * (below[row] + half);
                all += weights[row] * (below[row] + half);
            }
        }
        double r = upward / all;
        double[] signedAbove = Below.above(sizes, weights, signed);
        double[] above = Below.above(sizes, weights, weights);
        double signedRest = sum(signed) / (2 * n);
        double rest = sum(weights) / (2 * n);
        double[] influence = new double[changes.length];
        for (int row = 0; row < changes.length; row++) {
            if (weights[row] > 0) {
                double rank = below[row] + half;
                double ofUpward = signs[row] * rank + signedAbove[row] + signedRest;
                double ofAll = rank + above[row] + rest;
                influence[row] = weights[row] * (ofUpward - r * ofAll) / all;
            }
        }
        return Outcome.of(new Linearised(Math.max(-1, Math.min(1, r)), influence));
    }

    private static double[] standardised(double[] weights, double[] values) {
        double mean = mean(weights, values);
        double people = sum(weights);
        double squares = IntStream.range(0, values.length)
                .filter(row -> weights[row] > 0)
                .mapToDouble(row -> weights[row] / people * (values[row] - mean) * (values[row] - mean))
                .sum();
        double sd = Math.sqrt(squares);
        return IntStream.range(0, values.length)
                .mapToDouble(row -> (values[row] - mean) / sd)
                .toArray();
    }

    private static double mean(double[] weights, double[] values) {
        double people = sum(weights);
        return IntStream.range(0, values.length)
                .filter(row -> weights[row] > 0)
                .mapToDouble(row -> weights[row] / people * values[row])
                .sum();
    }

    private static double[] rest(SurveyDesign used, double[] part) {
        return IntStream.range(0, part.length)
                .mapToDouble(row -> part[row] > 0 ? 0 : used.weight(row))
                .toArray();
    }

    private static double[] shares(double[] sums, double people) {
        return IntStream.range(0, sums.length)
                .mapToDouble(i -> sums[i] / people)
                .toArray();
    }

    private static double[] times(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> a[i] == 0 ? 0 : a[i] * b[i])
                .toArray();
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
