package io.earshot.finding;

import io.earshot.statistics.Interval;
import java.util.OptionalDouble;

/**
 * A number with the ends of its interval, where it has one.
 *
 * @param value in its own unit; a share is in [0, 1]
 */
public record Estimate(double value, OptionalDouble low, OptionalDouble high) {
    public static Estimate of(Interval interval) {
        return new Estimate(interval.estimate(), OptionalDouble.of(interval.low()), OptionalDouble.of(interval.high()));
    }

    public static Estimate alone(double value) {
        return new Estimate(value, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
