package io.earshot.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * How far a run is, and whether it shall go on. Costs its caller next to nothing: the queue's heart carries it to the
 * database, and brings back what has become of the report. May be told by several threads.
 */
final class RunProgress {
    /** Below it an estimate of the time left tells more of the start than of the run. */
    private static final double TOO_EARLY = 0.02;

    private final Runs.Run run;
    private final Instant begun;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private volatile State state = new State(Phase.STARTING, 0, 0);
    private volatile long rows;
    private volatile boolean lost;

    /** @param part of the phase that is done @param rows that the phase goes through; 0 if it doesn't go by rows */
    private record State(Phase phase, double part, long rows) {}

    /** @param stopping true once this process shall end */
    RunProgress(Runs.Run run, Clock clock, BooleanSupplier stopping) {
        this.run = run;
        this.clock = clock;
        this.begun = clock.instant();
        this.stopping = stopping;
    }

    Runs.Run run() {
        return run;
    }

    /** How many rows the phases to come go through. */
    void rows(long count) {
        rows = count;
    }

    /** @throws RunEnded if the report is no longer the run's @throws Stopping if this process shall end */
    void at(Phase phase, double part) {
        boolean byRows = phase == Phase.READING || phase == Phase.WRITING;
        state = new State(phase, Math.min(1, Math.max(0, part)), byRows ? rows : 0);
        check();
    }

    /** @throws RunEnded if the report is no longer the run's @throws Stopping if this process shall end */
    void check() {
        if (lost) {
            throw new RunEnded("report " + run.report() + " was cancelled, deleted or taken over");
        }
        if (stopping.getAsBoolean()) {
            throw new Stopping();
        }
    }

    /** The report is no longer the run's. */
    void lose() {
        lost = true;
    }

    /** As it is now. */
    Told told() {
        State now = state;
        double whole = now.phase().ofWhole(now.part());
        OptionalLong rowsTotal = now.rows() == 0 ? OptionalLong.empty() : OptionalLong.of(now.rows());
        return new Told(
                now.phase().word(),
                whole,
                now.part(),
                rowsTotal.isEmpty() ? rowsTotal : OptionalLong.of(Math.round(now.rows() * now.part())),
                rowsTotal,
                secondsLeft(whole));
    }

    /**
     * What is told of a run.
     *
     * @param progress      of the whole, from 0 to 1
     * @param phaseProgress of the phase, from 0 to 1
     * @param secondsLeft   if all goes on as it went so far; empty at the beginning
     */
    record Told(
            String phase,
            double progress,
            double phaseProgress,
            OptionalLong rowsDone,
            OptionalLong rowsTotal,
            OptionalLong secondsLeft) {}

    private OptionalLong secondsLeft(double whole) {
        if (whole < TOO_EARLY) {
            return OptionalLong.empty();
        }
        double taken = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        return OptionalLong.of(Math.round(Math.max(0, taken * (1 - whole) / whole)));
    }

    /** The process shall end: the queue keeps the report, and the next process makes it. */
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopping() {
            super("the service is stopping", null, false, false);
        }
    }
}
