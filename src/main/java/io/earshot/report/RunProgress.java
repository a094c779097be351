package io.earshot.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Tells how far a run is, often enough to follow and to be cancelled at once, and seldom enough to cost nothing. */
final class RunProgress {
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Runs runs;
    private final Runs.Run run;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private Instant next = Instant.MIN;

    /** @param stopping true once this process shall end */
    RunProgress(Runs runs, Runs.Run run, Clock clock, BooleanSupplier stopping) {
        this.runs = runs;
        this.run = run;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** @throws RunEnded if the report is no longer the run's, or this process shall end */
    void at(String phase, double progress) {
        if (stopping.getAsBoolean()) {
            throw new Stopping();
        }
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        if (!runs.advance(run, phase, Math.min(1, Math.max(0, progress)))) {
            throw new RunEnded("report " + run.report() + " was cancelled, deleted or taken over");
        }
        next = now.plus(BETWEEN);
    }

    /** The process shall end: the queue keeps the report, and the next process makes it. */
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopping() {
            super("the service is stopping", null, false, false);
        }
    }
}
