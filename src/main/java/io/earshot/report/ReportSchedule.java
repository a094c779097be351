package io.earshot.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is made again and again.
 *
 * @param version  the questionnaire's; the latest whenever it runs if absent
 * @param report   the name of a ready-made definition, or a whole definition
 * @param cron     minute, hour, day of month, month, day of week; absent if there is {@code every}
 * @param every    ISO 8601 interval, such as P1M; absent if there is {@code cron}
 * @param first    the local time that intervals count from, such as 2026-12-01T09:00
 * @param timeZone IANA name of the zone that these are local times of
 * @param nextAt   when it runs next; absent while it is paused
 */
public record ReportSchedule(
        UUID id,
        String name,
        UUID questionnaire,
        @Nullable Integer version,
        JsonNode report,
        @Nullable String cron,
        @Nullable String every,
        @Nullable LocalDateTime first,
        String timeZone,
        boolean paused,
        Instant createdAt,
        @Nullable Instant nextAt) {

    ReportRequest request() {
        return new ReportRequest(questionnaire, version, report, null);
    }

    /**
     * When it runs after a time, were it not paused; empty if never.
     *
     * @throws IllegalArgumentException if {@code cron} or {@code every} can't be read
     */
    Optional<Instant> next(Instant after) {
        ZoneId zone = ZoneId.of(timeZone);
        if (cron != null) {
            return Timetable.cron(cron, zone).next(after);
        }
        if (every == null || first == null) {
            throw new IllegalStateException("schedule " + id + " says neither cron nor every and first");
        }
        return Timetable.every(Interval.parse(every), first, zone).next(after);
    }

    ReportSchedule at(@Nullable Instant next) {
        return new ReportSchedule(
                id, name, questionnaire, version, report, cron, every, first, timeZone, paused, createdAt, next);
    }
}
