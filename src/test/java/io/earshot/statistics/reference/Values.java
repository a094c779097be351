package io.earshot.statistics.reference;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shapes results as the cases write them: maps, lists, numbers, texts; what is undefined becomes missing. */
final class Values {
    private Values() {}

    /** Names and values in turn. */
    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    /** The values, or where they are undefined what is known all the same. */
    static Object orElse(Outcome<Map<String, @Nullable Object>> values, @Nullable Object... known) {
        if (values instanceof Outcome.Undefined<Map<String, @Nullable Object>> undefined) {
            Map<String, @Nullable Object> map = new UndefinedMap(undefined);
            map.putAll(of(known));
            return map;
        }
        return values;
    }

    /** Has every value, undefined unless known. */
    @SuppressWarnings("serial")
    private static final class UndefinedMap extends LinkedHashMap<String, @Nullable Object> {
        private final transient Outcome<?> undefined;

        UndefinedMap(Outcome<?> undefined) {
            this.undefined = undefined;
        }

        @Override
        public boolean containsKey(Object key) {
            return true;
        }

        @Override
        public @Nullable Object get(Object key) {
            return super.containsKey(key) ? super.get(key) : undefined;
        }
    }

    /** An interval's two ends. */
    static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    /** An interval's two ends; two missing values if it is undefined. */
    static List<Double> ends(Outcome<Interval> interval) {
        return interval.toOptional().map(Values::ends).orElse(List.of(Double.NaN, Double.NaN));
    }

    static List<Double> list(double... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    static List<Integer> list(int... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** The first few. */
    static List<Double> head(double[] numbers, long count) {
        return Arrays.stream(numbers).limit(count).boxed().toList();
    }

    static Map<String, @Nullable Object> matrix(List<String> rows, List<String> columns, double[][] values) {
        return of(
                "rows",
                rows,
                "cols",
                columns,
                "values",
                Arrays.stream(values).map(Values::list).toList());
    }

    /** Names to the numbers at the same places. */
    static Map<String, @Nullable Object> named(List<String> names, double... numbers) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        IntStream.range(0, numbers.length).forEach(i -> map.put(names.get(i), numbers[i]));
        return map;
    }
}
