package io.earshot.report;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.earshot.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Runs reports one after the other, two at a time, on whichever node is free. The queue is a table: a report that is
 * waiting survives a stop, and one whose process died is begun again by the next that notices.
 */
@ApplicationScoped
class ReportQueue {
    private static final Logger LOG = Logger.getLogger(ReportQueue.class);
    private static final int AT_A_TIME = 2;
    // A process that has not been heard of for four heartbeats is taken for dead.
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final ReportMaker maker;
    private final Runs runs;
    private final Clock clock;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    ReportQueue(AgroalDataSource database, ReportMaker maker, Runs runs, Clock clock) {
        this.maker = maker;
        this.runs = runs;
        this.clock = clock;
        this.task = Tasks.oneTime("report")
                .onFailure((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(database, task)
                .threads(AT_A_TIME)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(TO_STOP)
                .build();
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
        scheduler.stop();
    }

    /** Puts a report into the queue; in the caller's transaction, so that report and job are there together or not. */
    void add(UUID report) {
        scheduler.schedule(task.instance(report.toString()), clock.instant());
    }

    /** Looks for work at once, after what was added has been committed. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    private void run(UUID report) {
        runs.begin(report).ifPresent(this::run);
    }

    private void run(Runs.Run run) {
        if (run.attempt() > Runs.MOST_ATTEMPTS) {
            runs.fail(run, "It was begun " + Runs.MOST_ATTEMPTS + " times, and each time the process ended before it.");
            return;
        }
        try {
            maker.make(run, new RunProgress(runs, run, clock, stopping::get));
        } catch (RunEnded e) {
            LOG.debugf("%s", e.getMessage());
        } catch (RunProgress.Stopping e) {
            // Handed back to the queue, which begins it again after the next start.
            throw e;
        } catch (Problem e) {
            runs.fail(run, e.detail());
        } catch (IOException | RuntimeException e) {
            if (stopping.get()) {
                throw new IllegalStateException("interrupted by the stop of the service", e);
            }
            UUID incident = UUID.randomUUID();
            LOG.errorf(e, "report %s failed, incident %s", run.report(), incident);
            runs.fail(run, "An unexpected failure; it is in the log as incident " + incident + ".");
        }
    }
}
