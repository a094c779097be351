package io.earshot.workspace;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the recurring jobs when they are due. One whose process died is run again by the next that notices. */
@ApplicationScoped
class RecurringJobs {
    private static final String TABLE = "recurring_job";
    private static final Duration POLLING = Duration.ofSeconds(10);
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Scheduler scheduler;

    RecurringJobs(AgroalDataSource database, @All List<RecurringJob> jobs) {
        List<RecurringTask<?>> tasks =
                jobs.stream().<RecurringTask<?>>map(this::task).toList();
        scheduler = Scheduler.create(database)
                .tableName(TABLE)
                .startTasks(tasks)
                .threads(1)
                .pollingInterval(POLLING)
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

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), job.schedule()).execute((instance, context) -> job.run(stopping::get));
    }
}
