package io.earshot.report;

import java.util.OptionalLong;

/**
 * Estimates how long a run goes on: the phase that it is in as it went so far, those to come as expected, slower or faster as the
 * phases before them were. For one thread.
 */
final class TimeLeft {
    /** Below this part of a phase its time tells more of its start than of the phase. */
    private static final double TOO_EARLY = 0.05;

    /** A short phase may be over before it is looked at. */
    private static final double FASTEST = 0.5;

    private final Timings timings;
    private Phase phase = Phase.STARTING;
    private double begun;
    private double taken;
    private double expected;
    private double told = Double.NaN;
    private double toldAt;

    TimeLeft(Timings timings) {
        this.timings = timings;
    }

    /**
     * Whole seconds; empty until the responses are read.
     *
     * @param part of the phase that is done, from 0 to 1
     * @param now  seconds since the run began
     */
    OptionalLong at(Phase current, double part, double now) {
        if (current != phase) {
            // Reading may be of kept columns, and then tells nothing of what comes.
            if (phase.ordinal() > Phase.READING.ordinal()) {
                taken += now - begun;
                expected += timings.of(phase);
            }
            phase = current;
            begun = now;
        }
        if (current == Phase.STARTING) {
            return OptionalLong.empty();
        }
        double pace = expected == 0 ? 1 : Math.max(FASTEST, taken / expected);
        double inPhase = part < TOO_EARLY ? timings.of(current) * (1 - part) * pace : (now - begun) * (1 - part) / part;
        double left = inPhase + timings.after(current) * pace;
        // Whoever was told five seconds is not told a minute next: what takes longer than thought adds up as it does.
        told = Double.isNaN(told) ? left : Math.min(left, told + (now - toldAt));
        toldAt = now;
        return OptionalLong.of(Math.round(Math.max(0, told)));
    }
}
