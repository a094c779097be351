package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Column;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.ResponseFunnel.Day;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

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

    /** The day that each response was given on: when it was sent, or begun where that is not known. */
    RowDays days() {
        return new RowDays(
                Stream.of(times("submitted_at"), times("started_at"))
                        .flatMap(Optional::stream)
                        .toList(),
                zone);
    }

    /** How long a response took, in seconds; NaN where one of its ends is not known or they stand the wrong way round. */
    IntToDoubleFunction durations() {
        Optional<TimeColumn> started = times("started_at");
        Optional<TimeColumn> submitted = times("submitted_at");
        if (started.isEmpty() || submitted.isEmpty()) {
            return row -> Double.NaN;
        }
        TimeColumn from = started.orElseThrow();
        TimeColumn to = submitted.orElseThrow();
        return row -> {
            boolean known = !from.isMissing(row) && !to.isMissing(row) && to.micros(row) > from.micros(row);
            return known ? (to.micros(row) - from.micros(row)) / 1000 / 1000.0 : Double.NaN;
        };
    }

    private Optional<TimeColumn> times(String name) {
        for (Column column : identity) {
            if (column instanceof TimeColumn times && column.name().equals(name)) {
                return Optional.of(times);
            }
        }
        return Optional.empty();
    }
}
