package io.earshot.statistics.scale;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;

/** How much of each variable the others explain: 1 - 1 / diagonal of R⁻¹, from 0 to 1. R: {@code psych::smc}. */
final class MultipleCorrelations {
    private MultipleCorrelations() {}

    /** By the pseudo-inverse, so that variables which are sums of others don't hinder. */
    static double[] of(RealMatrix correlations) {
        return Arrays.stream(Eigen.of(correlations).inverseDiagonal())
                .map(diagonal -> Math.max(0, Math.min(1, 1 - 1 / diagonal)))
                .toArray();
    }
}
