package io.earshot.report;

import java.util.Map;

/**
 * How long each phase of a run is expected to take, in seconds on two virtual cores; what counts is how they compare.
 * Fitted to the first report of a process, "everything" over 100,000 and 500,000 responses (docs/performance.md).
 */
record Timings(Map<Phase, Double> seconds) {
    /** Columns of a response besides: which it is, when, by what device. */
    private static final int BESIDE_ANSWERS = 12;

    Timings {
        seconds = Map.copyOf(seconds);
    }

    /** @param rows that are read @param columns of answers @param dataSheets whether the responses are written too */
    static Timings of(long rows, int columns, int sections, boolean dataSheets) {
        double cells = (double) rows * (columns + BESIDE_ANSWERS);
        double written = dataSheets ? cells : 0;
        return new Timings(Map.of(
                Phase.STARTING, 0.05,
                Phase.READING, 0.05 + 0.25e-6 * cells,
                Phase.COMPUTING, 0.05 + 0.05 * sections + 0.15e-6 * cells,
                Phase.DRAWING, 0.1 + 0.15 * sections,
                Phase.WRITING, 0.05 + 0.5e-6 * written,
                Phase.STORING, 0.1 + 0.13e-6 * written));
    }

    double of(Phase phase) {
        return seconds.getOrDefault(phase, 0.0);
    }

    /** How much of the whole is done where so much of a phase is, both from 0 to 1. */
    double done(Phase phase, double part) {
        return (before(phase) + part * of(phase)) / whole();
    }

    /** Of all phases that come after one. */
    double after(Phase phase) {
        return whole() - before(phase) - of(phase);
    }

    private double before(Phase phase) {
        double sum = 0;
        for (Phase earlier : Phase.values()) {
            sum += earlier.ordinal() < phase.ordinal() ? of(earlier) : 0;
        }
        return sum;
    }

    private double whole() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
