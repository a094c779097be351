package io.earshot.report;

import static java.util.Objects.requireNonNull;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The times at which something is done again. They are local times of a zone: one that a change of the clock leaves out is
 * as much later as the clock was put forward, and one that comes twice counts once, the first time.
 */
sealed interface Timetable {
    ZoneId zone();

    /** The first time after another; empty if there is none. */
    Optional<Instant> next(Instant after);

    /**
     * The times of a Unix cron expression: minute, hour, day of month, month, day of week.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static Timetable cron(String expression, ZoneId zone) {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        return new ByCron(parser.parse(expression), zone);
    }

    /** A first time, and then one after every interval. */
    static Timetable every(Interval interval, LocalDateTime first, ZoneId zone) {
        return new ByInterval(interval, first, zone);
    }

    /** Times that match an expression. */
    record ByCron(Cron cron, ZoneId zone) implements Timetable {
        public ByCron {
            requireNonNull(cron, "cron");
            requireNonNull(zone, "zone");
        }

        @Override
        public Optional<Instant> next(Instant after) {
            // By local time: the library leaves out a time that the clock leaves out, and with it a whole day's run.
            ExecutionTime times = ExecutionTime.forCron(cron);
            ZonedDateTime local = after.atZone(zone).toLocalDateTime().atZone(ZoneOffset.UTC);
            for (Optional<ZonedDateTime> next = times.nextExecution(local);
                    next.isPresent();
                    next = times.nextExecution(next.get())) {
                Instant time = next.get().toLocalDateTime().atZone(zone).toInstant();
                if (time.isAfter(after)) {
                    return Optional.of(time);
                }
            }
            return Optional.empty();
        }
    }

    /** Times an interval apart, counted from the first, so that the last of a month comes back after a short one. */
    record ByInterval(Interval interval, LocalDateTime first, ZoneId zone) implements Timetable {
        public ByInterval {
            requireNonNull(interval, "interval");
            requireNonNull(first, "first");
            requireNonNull(zone, "zone");
        }

        @Override
        public Optional<Instant> next(Instant after) {
            long times = interval.surelyWithin(first, after.atZone(zone).toLocalDateTime());
            Instant next = time(times);
            while (!next.isAfter(after)) {
                next = time(++times);
            }
            return Optional.of(next);
        }

        private Instant time(long times) {
            return interval.after(first, times, zone);
        }
    }
}
