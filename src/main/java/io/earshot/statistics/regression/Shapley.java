package io.earshot.statistics.regression;

/** The mean rise of R² when a driver enters, over all orders in which drivers can enter. */
final class Shapley {
    private Shapley() {}

    /**
     * @param among     the drivers' correlations, positive definite
     * @param toOutcome their correlations with the outcome
     */
    static double[] of(double[][] among, double[] toOutcome) {
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
        return shares;
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
