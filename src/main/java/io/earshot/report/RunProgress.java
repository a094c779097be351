package io.earshot.report;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, and whether it shall go on. Costs its caller next to nothing: the queue's heart carries it to the
 * database, and brings back what has become of the report. May be told by several threads.
 */
final class RunProgress {
    private static final Logger LOG = Logger.getLogger(RunProgress.class);

    private final Runs.Run run;
    private final Instant begun;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private volatile State state = new State(Phase.STARTING, 0, 0);
    private volatile long rows;
    private volatile boolean lost;
    private volatile @Nullable Statement asked;
    // Of what was told, guarded by this.
    private Timings timings = Timings.of(0, 0, 0, false);
    private TimeLeft left = new TimeLeft(timings);
    private double furthest;

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

    /** How long the phases are expected to take; once, before the first of them. */
    synchronized void expect(Timings expected) {
        timings = expected;
        left = new TimeLeft(expected);
    }

    /** @throws RunEnded if the report is no longer the run's @throws Stopping if this process shall end */
    void at(Phase phase, double part) {
        state = new State(phase, Math.min(1, Math.max(0, part)), phase.isByRows() ? rows : 0);
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
        Statement waiting = asked;
        if (waiting != null) {
            try {
                waiting.cancel();
            } catch (SQLException e) {
                LOG.debugf("a statement of report %s ends by itself: %s", run.report(), e.getMessage());
            }
        }
    }

    /**
     * Asks the database, which stops working on it when the report is lost.
     *
     * @throws RunEnded if the report is no longer the run's @throws Stopping if this process shall end
     */
    ResultSet ask(PreparedStatement select) throws SQLException {
        asked = select;
        try {
            check();
            return select.executeQuery();
        } catch (SQLException e) {
            check();
            throw e;
        } finally {
            asked = null;
        }
    }

    /** As it is now; never less far than it was told before. */
    synchronized Told told() {
        State now = state;
        furthest = Math.max(furthest, timings.done(now.phase(), now.part()));
        double taken = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        OptionalLong rowsTotal = now.rows() == 0 ? OptionalLong.empty() : OptionalLong.of(now.rows());
        return new Told(
                now.phase().word(),
                furthest,
                now.part(),
                rowsTotal.isEmpty() ? rowsTotal : OptionalLong.of(Math.round(now.rows() * now.part())),
                rowsTotal,
                left.at(now.phase(), now.part(), taken));
    }

    /**
     * What is told of a run.
     *
     * @param progress      of the whole, from 0 to 1
     * @param phaseProgress of the phase, from 0 to 1
     * @param secondsLeft   if all goes on as it is expected to; empty at the beginning
     */
    record Told(
            String phase,
            double progress,
            double phaseProgress,
            OptionalLong rowsDone,
            OptionalLong rowsTotal,
            OptionalLong secondsLeft) {}

    /** The process shall end: the queue keeps the report, and the next process makes it. */
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopping() {
            super("the service is stopping", null, false, false);
        }
    }
}
