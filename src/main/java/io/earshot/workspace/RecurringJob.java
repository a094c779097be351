package io.earshot.workspace;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.util.function.BooleanSupplier;

/** Work that is done again and again, by one node of a cluster at a time. A bean of this type is all that it takes. */
public interface RecurringJob {
    /** Never changed: the database knows the job by it. */
    String name();

    Schedule schedule();

    /**
     * Does the work in pieces that are durable by themselves, so that the next run goes on where this one was stopped.
     *
     * @param stopping true once the service is about to end; asked between two pieces
     */
    void run(BooleanSupplier stopping);
}
