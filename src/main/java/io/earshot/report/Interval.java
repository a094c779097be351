package io.earshot.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;

/**
 * How far apart things are that are done again: days, weeks, months and years of the calendar, or hours and minutes that
 * have passed.
 *
 * @param calendar zero if it is one of hours
 * @param clock    zero if it is one of days
 * @see <a href="https://www.iso.org/iso-8601-date-and-time-format.html">ISO 8601, durations</a>
 */
record Interval(Period calendar, Duration clock) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final double DAYS_A_MONTH = 365.2425 / 12;
    private static final long SECONDS_A_DAY = 86_400;

    Interval {
        if (calendar.isZero() == clock.isZero()) {
            throw new IllegalArgumentException("an interval is of days or of hours: " + calendar + ", " + clock);
        }
        if (calendar.isNegative() || !clock.isZero() && clock.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("an interval must be a minute or longer: " + calendar + ", " + clock);
        }
    }

    /**
     * Reads ISO 8601, such as {@code P1M}, {@code P2W} or {@code PT6H}.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static Interval parse(String text) {
        try {
            return text.startsWith("PT")
                    ? new Interval(Period.ZERO, Duration.parse(text))
                    : new Interval(Period.parse(text), Duration.ZERO);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no interval of ISO 8601 of days (P1D, P2W, P1M, P1Y) or of hours (PT6H)", e);
        }
    }

    /** The time that is so many intervals after the first one. */
    Instant after(LocalDateTime first, long times, ZoneId zone) {
        return clock.isZero()
                ? first.plusMonths(calendar.toTotalMonths() * times)
                        .plusDays(calendar.getDays() * times)
                        .atZone(zone)
                        .toInstant()
                : first.atZone(zone).toInstant().plus(clock.multipliedBy(times));
    }

    /** A number of intervals that end before a time; nearly as many as there are. */
    long surelyWithin(LocalDateTime first, LocalDateTime time) {
        double seconds = Duration.between(first, time).toSeconds();
        double one = clock.isZero()
                ? (calendar.toTotalMonths() * DAYS_A_MONTH + calendar.getDays()) * SECONDS_A_DAY
                : clock.toSeconds();
        return Math.max(0, (long) (seconds / one * 0.999) - 2);
    }
}
