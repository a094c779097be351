package io.earshot.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre nodes and weights on panels: exact to rounding for functions that are smooth within a panel. */
final class Quadrature {
    private static final int ORDER = 20;
    private static final double[] NODES = new double[ORDER];
    private static final double[] WEIGHTS = new double[ORDER];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(ORDER);
        for (int i = 0; i < ORDER; i++) {
            NODES[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    final double[] nodes;
    final double[] weights;

    /** Nodes of equal panels from {@code low} to {@code high}. */
    Quadrature(double low, double high, int panels) {
        nodes = new double[panels * ORDER];
        weights = new double[panels * ORDER];
        double half = (high - low) / panels / 2;
        for (int panel = 0; panel < panels; panel++) {
            double middle = low + (2 * panel + 1) * half;
            for (int i = 0; i < ORDER; i++) {
                nodes[panel * ORDER + i] = middle + half * NODES[i];
                weights[panel * ORDER + i] = half * WEIGHTS[i];
            }
        }
    }

    /** The integral over one panel. */
    static double panel(double low, double high, DoubleUnaryOperator f) {
        double half = (high - low) / 2;
        double middle = (high + low) / 2;
        double sum = 0;
        for (int i = 0; i < ORDER; i++) {
            sum += WEIGHTS[i] * f.applyAsDouble(middle + half * NODES[i]);
        }
        return half * sum;
    }
}
