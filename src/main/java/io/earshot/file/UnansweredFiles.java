package io.earshot.file;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.earshot.workspace.RecurringJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Deletes uploads whose respondents went away before they answered. */
@Singleton
class UnansweredFiles implements RecurringJob {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_A_TIME = 200;

    private final StoredFiles files;

    UnansweredFiles(StoredFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "unanswered-files";
    }

    @Override
    public Schedule schedule() {
        return Schedules.fixedDelay(EVERY);
    }

    @Override
    public void run(BooleanSupplier stopping) {
        int deleted;
        do {
            deleted = files.deleteUnanswered(AT_A_TIME);
        } while (deleted > 0 && !stopping.getAsBoolean());
    }
}
