package io.earshot.statistics.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where to look for the share of each variable that no factor explains. */
final class Uniquenesses {
    private static final double[] CONSTANTS = {0.2, 0.5, 0.8};
    private static final double ALMOST_NONE = 0.02;

    private Uniquenesses() {}

    /** Where R starts, and the same for all variables. */
    static List<double[]> usual(double... asR) {
        List<double[]> starts = new ArrayList<>();
        starts.add(asR);
        for (double constant : CONSTANTS) {
            double[] start = new double[asR.length];
            Arrays.fill(start, constant);
            starts.add(start);
        }
        return starts;
    }

    /** Each variable in turn almost explained: for where the usual starts lead to different places, or to a limit. */
    static List<double[]> further(double... asR) {
        List<double[]> starts = new ArrayList<>();
        for (int i = 0; i < asR.length; i++) {
            double[] start = asR.clone();
            start[i] = ALMOST_NONE;
            starts.add(start);
        }
        return starts;
    }
}
