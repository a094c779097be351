package io.earshot.questionnaire.logic;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values of different kinds meet, as JavaScript has it, because the same conditions are evaluated in browsers. Values
 * are null, booleans, numbers, strings, lists and maps.
 */
final class Coercion {
    private Coercion() {}

    /** JsonLogic's truth: as JavaScript's, but an empty list is false. */
    static boolean truthy(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            double plain = number.doubleValue();
            return plain != 0 && !Double.isNaN(plain);
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return !(value instanceof String string) || !string.isEmpty();
    }

    /** NaN for what is no number. */
    static double number(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return value instanceof Map ? Double.NaN : NumberText.whole(string(value));
    }

    /** The number that a value written as text begins with, else NaN. */
    static double leadingNumber(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : NumberText.leading(string(value));
    }

    static String string(@Nullable Object value) {
        if (value instanceof Number number) {
            return NumberText.of(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Coercion::joined).collect(Collectors.joining(","));
        }
        return value instanceof Map ? "[object Object]" : String.valueOf(value);
    }

    /** A value as it stands in a row of others: nothing is nothing there. */
    static String joined(@Nullable Object value) {
        return value == null ? "" : string(value);
    }

    static boolean looselyEqual(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (isCompound(one) && isCompound(other)) {
            return one == other;
        }
        Object a = primitive(one);
        Object b = primitive(other);
        return a instanceof String && b instanceof String ? a.equals(b) : number(a) == number(b);
    }

    static boolean strictlyEqual(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return one == null || isCompound(one) ? one == other : one.equals(other);
    }

    /** Strictly equal, or the same code: 1 and "1" mean the same option. */
    static boolean sameCode(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof String) {
            return string(one).equals(other);
        }
        return other instanceof Number && one instanceof String ? string(other).equals(one) : strictlyEqual(one, other);
    }

    /** Whether two values stand in an order; never for nothing, because an unanswered question is not a 0. */
    static boolean ordered(@Nullable Object one, @Nullable Object other, IntPredicate order) {
        if (one == null || other == null) {
            return false;
        }
        Object a = primitive(one);
        Object b = primitive(other);
        if (a instanceof String first && b instanceof String second) {
            return order.test(first.compareTo(second));
        }
        double x = number(a);
        double y = number(b);
        return !Double.isNaN(x) && !Double.isNaN(y) && order.test(x < y ? -1 : x > y ? 1 : 0);
    }

    private static Object primitive(Object value) {
        return isCompound(value) ? string(value) : value;
    }

    private static boolean isCompound(Object value) {
        return value instanceof List || value instanceof Map;
    }
}
