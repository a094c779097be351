package io.earshot.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a time at which a schedule was due.
 *
 * @param slot    that time; of several that passed while nobody was there to see, the first, for all of them
 * @param at      when it was seen to
 * @param report  the report; absent if it could not be asked for
 * @param reused  whether that was made before and says the same
 * @param failure why it could not be asked for
 */
public record ScheduleRun(
        UUID id, Instant slot, Instant at, @Nullable UUID report, boolean reused, @Nullable String failure) {}
