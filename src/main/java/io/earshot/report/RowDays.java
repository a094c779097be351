package io.earshot.report;

import io.earshot.dataset.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The calendar day of each row; quick where neighbours are of the same. For one thread. */
final class RowDays {
    private final List<TimeColumn> times;
    private final ZoneId zone;
    private Optional<LocalDate> day = Optional.empty();
    // Of the day, in microseconds since 1970.
    private long begin;
    private long end;

    /**
     * @param times the first that knows a row's time tells its day
     * @param zone  whose days they are
     */
    RowDays(List<TimeColumn> times, ZoneId zone) {
        this.times = List.copyOf(times);
        this.zone = zone;
    }

    /** Empty if no column knows the row's time. */
    Optional<LocalDate> of(int row) {
        for (TimeColumn column : times) {
            if (!column.isMissing(row)) {
                long micros = column.micros(row);
                if (micros < begin || micros >= end) {
                    goTo(micros);
                }
                return day;
            }
        }
        return Optional.empty();
    }

    private void goTo(long micros) {
        LocalDate date =
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
        day = Optional.of(date);
        begin = micros(date);
        end = micros(date.plusDays(1));
    }

    private long micros(LocalDate date) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, date.atStartOfDay(zone).toInstant());
    }
}
