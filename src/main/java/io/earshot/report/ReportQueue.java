package io.earshot.report;

import io.earshot.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs reports, a few at a time, on whichever node is free. The queue is the table of reports: one that is waiting survives
 * a stop, and one whose process died is begun again by the next that notices that its lease has ended.
 */
@ApplicationScoped
class ReportQueue {
    private static final Logger LOG = Logger.getLogger(ReportQueue.class);

    /** Runs that ended with their process before a report is given up, lest it takes every process down in turn. */
    static final int MOST_CRASHES = 5;

    /** How often progress is told, leases are prolonged and cancelled reports are noticed. */
    private static final Duration HEARTBEAT = Duration.ofMillis(250);

    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final ReportMaker maker;
    private final Runs runs;
    private final Claims claims;
    private final ReportSettings settings;
    private final Clock clock;
    private final Set<RunProgress> running = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Semaphore calls = new Semaphore(0);
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> new Thread(task, "report"));
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "reports-heart"));
    private final Thread dispatcher = new Thread(this::dispatch, "reports-queue");
    private volatile boolean stopping;

    ReportQueue(ReportMaker maker, Runs runs, Claims claims, ReportSettings settings, Clock clock) {
        this.maker = maker;
        this.runs = runs;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
    }

    void start(@Observes StartupEvent event) {
        heart.scheduleWithFixedDelay(this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        dispatcher.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        dispatcher.join(TO_STOP.toMillis());
        workers.shutdown();
        if (!workers.awaitTermination(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%d reports did not stop in time; another process begins them again", running.size());
        }
        heart.shutdown();
    }

    /** Looks for work at once, after what was added has been committed. */
    void wake() {
        calls.release();
    }

    private void dispatch() {
        while (!stopping) {
            try {
                if (!next()) {
                    calls.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
                    calls.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Begins the next report on a place that is free; false if there is nothing to begin. */
    private boolean next() throws InterruptedException {
        if (!places.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        Optional<Claims.Claim> claim = Optional.empty();
        try {
            claim = stopping ? claim : claims.next();
        } catch (RuntimeException e) {
            LOG.warnf(e, "the queue of reports can't be looked at; it is tried again");
        }
        if (claim.isEmpty()) {
            places.release();
            return false;
        }
        Claims.Claim begun = claim.get();
        RunProgress progress = new RunProgress(begun.run(), clock, () -> stopping);
        running.add(progress);
        workers.execute(() -> {
            try {
                run(begun, progress);
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "what became of report %s can't be kept; it is begun again",
                        begun.run().report());
            } finally {
                running.remove(progress);
                places.release();
                wake();
            }
        });
        return true;
    }

    private void beat() {
        if (running.isEmpty()) {
            return;
        }
        try {
            runs.beat(List.copyOf(running));
        } catch (RuntimeException e) {
            // Goes on: nothing is kept of a run whose lease has ended meanwhile.
            LOG.warnf("the progress of reports can't be told: %s", e.getMessage());
        }
    }

    private void run(Claims.Claim claim, RunProgress progress) {
        Runs.Run run = claim.run();
        if (claim.crashes() >= MOST_CRASHES) {
            runs.fail(run, "It was begun " + MOST_CRASHES + " times, and each time the process ended before it.");
            return;
        }
        try {
            maker.make(run, progress);
        } catch (RunEnded e) {
            LOG.debugf("%s", e.getMessage());
        } catch (RunProgress.Stopping e) {
            runs.release(run);
        } catch (Problem e) {
            runs.fail(run, e.detail());
        } catch (IOException | RuntimeException e) {
            if (stopping) {
                runs.release(run);
            } else if (isOutage(e)) {
                LOG.warnf("report %s lost the database and is begun again: %s", run.report(), e.getMessage());
            } else {
                UUID incident = UUID.randomUUID();
                LOG.errorf(e, "report %s failed, incident %s", run.report(), incident);
                runs.fail(run, "An unexpected failure; it is in the log as incident " + incident + ".");
            }
        }
    }

    /** Whether the database was gone: the report has done nothing wrong, and is begun again when its lease has ended. */
    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    // Connection exceptions, and a server that stops or starts.
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
