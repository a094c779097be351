package io.earshot.statistics.advice;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Interval;
import java.util.Locale;
import java.util.Optional;

/**
 * How large a difference or relation is, which no p-value tells.
 *
 * @param interval the estimate with its confidence interval
 * @param size     by the convention of {@link Measurement#source}; empty if there is none
 * @param reading  the estimate in plain words with its size
 */
public record Effect(Measurement measurement, Interval interval, Optional<Size> size, String reading) {
    public Effect {
        requireNonNull(measurement, "measurement");
        requireNonNull(interval, "interval");
        requireNonNull(reading, "reading");
    }

    static Effect of(Measurement measurement, Interval interval) {
        return of(measurement, interval, 1);
    }

    static Effect of(Measurement measurement, Interval interval, double scale) {
        Optional<Size> size = measurement.size(interval.estimate(), scale);
        String words = measurement.reading(interval.estimate())
                + size.map(s -> ": " + s.word() + " by " + measurement.source()).orElse("");
        String ends = String.format(
                Locale.ROOT,
                " (%.0f %% interval from %.3g to %.3g)",
                100 * interval.confidence(),
                interval.low(),
                interval.high());
        return new Effect(measurement, interval, size, words + ends);
    }
}
