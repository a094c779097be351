package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.dataset.Missing;
import io.earshot.dataset.TimeColumn;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days by hand, with the calendar: Paris goes from +01:00 to +02:00 on 2026-03-29 at 02:00. */
class RowDaysTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aDayEndsAtMidnightOfTheZoneWhateverTheClockDid() {
        RowDays days = new RowDays(
                List.of(times(
                        "2026-03-28T22:59:59.999999Z",
                        "2026-03-28T23:00:00Z",
                        "2026-03-29T21:59:59Z",
                        "2026-03-29T22:00:00Z",
                        "2026-03-28T23:00:00Z")),
                PARIS);

        assertThat(days.of(0)).contains(LocalDate.of(2026, 3, 28));
        assertThat(days.of(1)).contains(LocalDate.of(2026, 3, 29));
        assertThat(days.of(2)).contains(LocalDate.of(2026, 3, 29));
        assertThat(days.of(3)).contains(LocalDate.of(2026, 3, 30));
        assertThat(days.of(4)).contains(LocalDate.of(2026, 3, 29));
    }

    @Test
    void aRowThatTheFirstColumnDoesNotKnowIsOfTheSecondsDay() {
        RowDays days = new RowDays(List.of(times("", ""), times("2026-11-27T12:00:00Z", "")), PARIS);

        assertThat(days.of(0)).contains(LocalDate.of(2026, 11, 27));
        assertThat(days.of(1)).isEmpty();
    }

    private static TimeColumn times(String... times) {
        TimeColumn.Builder builder = TimeColumn.builder(Variable.of("at", "at", Text.of("at"), Measure.DATE));
        for (String time : times) {
            if (time.isEmpty()) {
                builder.addMissing(Missing.NOT_ASKED);
            } else {
                builder.add(Instant.parse(time));
            }
        }
        return builder.build();
    }
}
