package io.earshot.statistics.distribution;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The sum of df squared normal values whose squared means sum to the noncentrality: a Poisson mixture of chi-squares.
 * R: {@code pchisq(x, df, ncp)}.
 *
 * @param degreesOfFreedom above 0
 * @param noncentrality    0 or more
 */
public record NoncentralChiSquared(double degreesOfFreedom, double noncentrality) {
    public NoncentralChiSquared {
        if (!(degreesOfFreedom > 0) || !(noncentrality >= 0)) {
            throw new IllegalArgumentException("degreesOfFreedom must be above 0 and noncentrality not below: %s, %s"
                    .formatted(degreesOfFreedom, noncentrality));
        }
    }

    /** Probability of a value up to {@code x}. */
    public double cumulative(double x) {
        return x <= 0 ? 0 : PoissonMixture.of(noncentrality / 2, j -> RegularizedGamma.P.value(shape(j), x / 2));
    }

    /** Probability of a value above {@code x}. */
    public double survival(double x) {
        return x <= 0 ? 1 : PoissonMixture.of(noncentrality / 2, j -> RegularizedGamma.Q.value(shape(j), x / 2));
    }

    private double shape(int j) {
        return degreesOfFreedom / 2 + j;
    }
}
