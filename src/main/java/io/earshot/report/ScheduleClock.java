package io.earshot.report;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks again and again whether a schedule is due, on every node. */
@ApplicationScoped
class ScheduleClock {
    private static final Logger LOG = Logger.getLogger(ScheduleClock.class);
    private static final long SECONDS_TO_STOP = 5;

    private final ScheduledReports scheduled;
    private final ReportQueue queue;
    private final ReportSettings settings;
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "report-schedules"));

    ScheduleClock(ScheduledReports scheduled, ReportQueue queue, ReportSettings settings) {
        this.scheduled = scheduled;
        this.queue = queue;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        long every = settings.lookEvery().toMillis();
        ticks.scheduleWithFixedDelay(this::tick, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ticks.shutdown();
        if (!ticks.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("a schedule is still being seen to; if it is not, the next process sees to it");
        }
    }

    private void tick() {
        try {
            while (!ticks.isShutdown() && scheduled.next()) {
                queue.wake();
            }
        } catch (RuntimeException e) {
            // Goes on: what is due stays due.
            LOG.warnf(e, "schedules of reports can't be seen to");
        }
    }
}
