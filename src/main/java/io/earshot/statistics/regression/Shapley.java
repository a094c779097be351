package io.earshot.statistics.regression;

import java.util.Random;

/**
 * The mean rise of R² when a driver enters, over the orders in which drivers can enter.
 *
 * @param shares of R², which they add up to
 * @param errors their standard errors from the draw of orders; 0 if all orders were taken
 * @see <a href="https://doi.org/10.1016/j.cor.2008.04.004">Castro, Gómez and Tejada (2009), Computers and Operations Research
 *     36, 1726-1730: sampled orders</a>
 */
record Shapley(double[] shares, double[] errors) {
    /** How many orders are drawn, each with its reverse. */
    static final int ORDERS = 4000;

    /** The same for the same data, whatever the day. */
    static final long SEED = 20_000_101;

    /**
     * Over all orders.
     *
     * @param among     the drivers' correlations, positive definite
     * @param toOutcome their correlations with the outcome
     */
    static Shapley of(double[][] among, double[] toOutcome) {
        int p = toOutcome.length;
        double[] rSquared = new double[1 << p];
        for (int subset = 1; subset < rSquared.length; subset++) {
            rSquared[subset] = rSquared(among, toOutcome, subset);
        }
        double[] shares = new double[p];
        for (int driver = 0; driver < p; driver++) {
            for (int subset = 0; subset < rSquared.length; subset++) {
                if ((subset >> driver & 1) == 0) {
                    shares[driver] +=
                            weight(Integer.bitCount(subset), p) * (rSquared[subset | 1 << driver] - rSquared[subset]);
                }
            }
        }
        return new Shapley(shares, new double[p]);
    }

    /**
     * Over {@value #ORDERS} orders, half of them drawn at random and half the reverse of those, which takes away most of
     * what makes draws differ.
     *
     * @param seed of the draw
     */
    static Shapley sampled(double[][] among, double[] toOutcome, long seed) {
        int p = toOutcome.length;
        Random random = new Random(seed);
        int[] order = new int[p];
        for (int j = 0; j < p; j++) {
            order[j] = j;
        }
        int pairs = ORDERS / 2;
        double[] sums = new double[p];
        double[] squares = new double[p];
        for (int pair = 0; pair < pairs; pair++) {
            for (int j = p - 1; j > 0; j--) {
                int other = random.nextInt(j + 1);
                int kept = order[j];
                order[j] = order[other];
                order[other] = kept;
            }
            double[] rises = new double[p];
            addRises(among, toOutcome, order, rises);
            int[] reversed = new int[p];
            for (int j = 0; j < p; j++) {
                reversed[j] = order[p - 1 - j];
            }
            addRises(among, toOutcome, reversed, rises);
            for (int j = 0; j < p; j++) {
                sums[j] += rises[j] / 2;
                squares[j] += rises[j] / 2 * (rises[j] / 2);
            }
        }
        double[] errors = new double[p];
        for (int j = 0; j < p; j++) {
            sums[j] /= pairs;
            errors[j] = Math.sqrt(Math.max(0, squares[j] / pairs - sums[j] * sums[j]) / (pairs - 1));
        }
        return new Shapley(sums, errors);
    }

    /** Each driver's rise in this order, by the rows of Cholesky's triangle as drivers enter. */
    private static void addRises(double[][] among, double[] toOutcome, int[] order, double[] rises) {
        int p = order.length;
        double[][] root = new double[p][p];
        double[] along = new double[p];
        for (int i = 0; i < p; i++) {
            double rest = toOutcome[order[i]];
            double left = among[order[i]][order[i]];
            for (int j = 0; j < i; j++) {
                double sum = among[order[i]][order[j]];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = sum / root[j][j];
                left -= root[i][j] * root[i][j];
                rest -= root[i][j] * along[j];
            }
            root[i][i] = Math.sqrt(left);
            along[i] = rest / root[i][i];
            rises[order[i]] += along[i] * along[i];
        }
    }

    /** k! (p - k - 1)! / p!: the share of orders in which just these k drivers come before. */
    private static double weight(int before, int p) {
        double weight = 1.0 / p;
        for (int i = 1; i <= before; i++) {
            weight *= (double) i / (p - i);
        }
        return weight;
    }

    private static double rSquared(double[][] among, double[] toOutcome, int subset) {
        int size = Integer.bitCount(subset);
        int[] members = new int[size];
        for (int j = 0, next = 0; j < toOutcome.length; j++) {
            if ((subset >> j & 1) == 1) {
                members[next++] = j;
            }
        }
        double[][] part = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            right[i] = toOutcome[members[i]];
            for (int j = 0; j < size; j++) {
                part[i][j] = among[members[i]][members[j]];
            }
        }
        return SymmetricInverse.of(part).orElseThrow().quadratic(right);
    }
}
