package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Column;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.ResponseFunnel.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the responses beside their answers.
 *
 * @param identity   which response a row is: times, status
 * @param zone       whose days count
 * @param funnel     what became of the prompts, day by day; empty if nobody asked for it
 * @param unprompted responses that no prompt led to
 */
record Circumstances(List<Column> identity, ZoneId zone, List<Day> funnel, long unprompted) {
    static final Circumstances NONE = new Circumstances(List.of(), ZoneOffset.UTC, List.of(), 0);

    Circumstances {
        identity = List.copyOf(identity);
        requireNonNull(zone, "zone");
        funnel = List.copyOf(funnel);
    }

    /** The day that a response was given on: when it was sent, or begun where that is not known; empty if neither is. */
    Optional<LocalDate> day(int row) {
        return time("submitted_at", row).or(() -> time("started_at", row)).map(time -> time.atZone(zone)
                .toLocalDate());
    }

    /** How long each response took, in seconds; NaN where one of its ends is not known or they stand the wrong way round. */
    double[] durations(int rows) {
        double[] seconds = new double[rows];
        Arrays.setAll(seconds, row -> time("submitted_at", row)
                .flatMap(end -> time("started_at", row).map(start -> Duration.between(start, end)))
                .filter(duration -> !duration.isNegative() && !duration.isZero())
                .map(duration -> duration.toMillis() / 1000.0)
                .orElse(Double.NaN));
        return seconds;
    }

    private Optional<Instant> time(String name, int row) {
        for (Column column : identity) {
            if (column instanceof TimeColumn times && column.name().equals(name)) {
                return times.time(row);
            }
        }
        return Optional.empty();
    }
}
