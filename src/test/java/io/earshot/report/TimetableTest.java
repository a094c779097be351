package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times by hand, with the calendar: Paris goes from +01:00 to +02:00 on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00. */
class TimetableTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void everyFirstOfAMonthAtNineIsNineBySummerAndByWinterTime() {
        assertThat(times(Timetable.cron("0 9 1 * *", PARIS), "2026-09-15T00:00:00Z", 3))
                .containsExactly("2026-10-01T07:00:00Z", "2026-11-01T08:00:00Z", "2026-12-01T08:00:00Z");
    }

    @Test
    void aTimeThatTheClockLeavesOutIsAnHourLater() {
        assertThat(times(Timetable.cron("30 2 * * *", PARIS), "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatComesTwiceCountsOnce() {
        assertThat(times(Timetable.cron("30 2 * * *", PARIS), "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void weekdaysAreTold() {
        assertThat(times(Timetable.cron("0 9 * * MON-FRI", ZoneId.of("UTC")), "2026-11-27T10:00:00Z", 2))
                .containsExactly("2026-11-30T09:00:00Z", "2026-12-01T09:00:00Z");
    }

    @Test
    void aDayThatNeverComesHasNoTime() {
        assertThat(Timetable.cron("0 9 30 2 *", PARIS).next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void theLastOfAMonthComesBackAfterAShortOne() {
        Timetable monthly = Timetable.every(Interval.parse("P1M"), LocalDateTime.parse("2026-01-31T09:00"), PARIS);

        assertThat(times(monthly, "2026-01-31T09:00:00Z", 3))
                .containsExactly("2026-02-28T08:00:00Z", "2026-03-31T07:00:00Z", "2026-04-30T07:00:00Z");
    }

    @Test
    void hoursAreHoursWhateverTheClockSays() {
        Timetable hours = Timetable.every(Interval.parse("PT6H"), LocalDateTime.parse("2026-03-28T21:00"), PARIS);

        assertThat(times(hours, "2026-03-28T20:00:00Z", 3))
                .containsExactly("2026-03-29T02:00:00Z", "2026-03-29T08:00:00Z", "2026-03-29T14:00:00Z");
    }

    @Test
    void anIntervalThatBeganLongAgoIsStillCountedFromItsFirstTime() {
        Timetable fortnight = Timetable.every(Interval.parse("P2W"), LocalDateTime.parse("1999-12-31T09:00"), PARIS);

        // 1999-12-31 is a Friday, and 2026-12-04 is the Friday 702 fortnights and... 9835 days = 702.5 x 14 later, so
        // the
        // first one after 2026-11-27 is a week later: 9842 days = 703 x 14.
        assertThat(times(fortnight, "2026-12-01T00:00:00Z", 1)).containsExactly("2026-12-11T08:00:00Z");
    }

    @Test
    void aFirstTimeInTheFutureIsWaitedFor() {
        Timetable later = Timetable.every(Interval.parse("P1D"), LocalDateTime.parse("2030-01-01T00:00"), PARIS);

        assertThat(times(later, "2026-11-27T10:00:00Z", 1)).containsExactly("2029-12-31T23:00:00Z");
    }

    @Test
    void whatIsNoIntervalIsRefused() {
        for (String text : List.of("monthly", "P0D", "PT10S", "P-1D", "PT-1H", "P1DT1H", "")) {
            assertThatThrownBy(() -> Interval.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> times(Timetable timetable, String after, int count) {
        List<String> found = new ArrayList<>();
        Instant time = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            time = timetable.next(time).orElseThrow();
            found.add(time.toString());
        }
        return found;
    }
}
