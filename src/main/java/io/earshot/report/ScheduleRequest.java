package io.earshot.report;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is given to make a schedule or to change one; absent leaves it as it is. See {@link ReportSchedule}. */
public record ScheduleRequest(
        @Nullable String name,
        @Nullable UUID questionnaire,
        @Nullable Integer version,
        @Nullable JsonNode report,
        @Nullable String cron,
        @Nullable String every,
        @Nullable String first,
        @Nullable String timeZone,
        @Nullable Boolean paused) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CRON = 100;

    /**
     * A new schedule.
     *
     * @throws Problem 400 with a pointer for everything that is missing or wrong
     */
    ReportSchedule create(UUID id, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (name == null) {
            faults.add(new Fault("/name", "required", "name is required: what the schedule is called."));
        }
        if (cron == null && every == null) {
            faults.add(new Fault(
                    "", "required", "A schedule needs cron, such as \"0 9 1 * *\", or every, such as \"P1M\"."));
        }
        ReportRequest asked = new ReportRequest(questionnaire, version, report, null);
        asked.definition();
        return checked(
                new ReportSchedule(
                        id,
                        requireNonNullElse(name, ""),
                        asked.questionnaireId(),
                        version,
                        requireReport(),
                        cron,
                        every,
                        first(every == null ? null : now, faults),
                        requireNonNullElse(timeZone, "UTC"),
                        Boolean.TRUE.equals(paused),
                        now,
                        null),
                now,
                faults);
    }

    /** @throws Problem 400 with a pointer for everything that is wrong */
    ReportSchedule change(ReportSchedule before, Instant now) {
        List<Fault> faults = new ArrayList<>();
        boolean byCron = cron != null || every == null && before.cron() != null;
        String interval = byCron ? null : every != null ? every : before.every();
        LocalDateTime from = first == null && before.first() != null ? before.first() : first(now, faults);
        return checked(
                new ReportSchedule(
                        before.id(),
                        name != null ? name : before.name(),
                        questionnaire != null ? questionnaire : before.questionnaire(),
                        version != null ? version : before.version(),
                        report != null ? report : before.report(),
                        byCron ? (cron != null ? cron : before.cron()) : null,
                        interval,
                        byCron ? null : from,
                        timeZone != null ? timeZone : before.timeZone(),
                        paused != null ? paused : before.paused(),
                        before.createdAt(),
                        null),
                now,
                faults);
    }

    private JsonNode requireReport() {
        return requireNonNull(report, "report");
    }

    /** @param usual the first time if none is given; absent if there is none to give */
    private @Nullable LocalDateTime first(@Nullable Instant usual, List<Fault> faults) {
        if (first == null) {
            return usual == null
                    ? null
                    : usual.atZone(zoneOrUtc()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        }
        if (every == null && cron != null) {
            faults.add(new Fault("/first", "not-with-cron", "first is where intervals count from; cron has none."));
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(first);
            if (time.getYear() < 1970 || time.getYear() > 2200) {
                faults.add(new Fault("/first", "out-of-range", "first must be from 1970 to 2200: " + first));
            }
            return time;
        } catch (DateTimeException e) {
            faults.add(new Fault(
                    "/first", "not-a-time", "first must be a local time, such as 2026-12-01T09:00: " + first));
            return null;
        }
    }

    private ZoneId zoneOrUtc() {
        try {
            return ZoneId.of(requireNonNullElse(timeZone, "UTC"));
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    /** The schedule with its next time. */
    private ReportSchedule checked(ReportSchedule schedule, Instant now, List<Fault> faults) {
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            faults.add(new Fault("/name", "out-of-range", "name must have 1 to " + LONGEST_NAME + " characters."));
        }
        if (cron != null && every != null) {
            faults.add(new Fault("/every", "not-with-cron", "A schedule has cron or every, not both."));
        }
        if (cron != null && cron.length() > LONGEST_CRON) {
            faults.add(new Fault("/cron", "out-of-range", "cron must have at most " + LONGEST_CRON + " characters."));
        }
        try {
            ZoneId.of(schedule.timeZone());
        } catch (DateTimeException e) {
            faults.add(
                    new Fault("/timeZone", "unknown-time-zone", "There is no time zone " + schedule.timeZone() + "."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        String pointer = schedule.cron() != null ? "/cron" : "/every";
        try {
            // Looked for while it is paused too, so that one that never runs is refused when it is made.
            Instant next = schedule.next(now)
                    .orElseThrow(() -> Problem.invalid(
                            List.of(new Fault(pointer, "never", "There is no such time, now or later."))));
            return schedule.at(schedule.paused() ? null : next);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new Fault(pointer, "not-a-timetable", String.valueOf(e.getMessage()))));
        }
    }
}
