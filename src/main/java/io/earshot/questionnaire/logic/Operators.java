package io.earshot.questionnaire.logic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The operators that evaluate all their operands first; the others stand in {@link Parser}. */
final class Operators {
    static final Map<String, Operator> ALL = all();

    private Operators() {}

    private static Map<String, Operator> all() {
        Map<String, Operator> all = new HashMap<>();
        all.put("==", (o, scope) -> Coercion.looselyEqual(o.at(0), o.at(1)));
        all.put("!=", (o, scope) -> !Coercion.looselyEqual(o.at(0), o.at(1)));
        all.put("===", (o, scope) -> Coercion.strictlyEqual(o.at(0), o.at(1)));
        all.put("!==", (o, scope) -> !Coercion.strictlyEqual(o.at(0), o.at(1)));
        all.put("!", (o, scope) -> !Coercion.truthy(o.at(0)));
        all.put("!!", (o, scope) -> Coercion.truthy(o.at(0)));
        all.put("<", (o, scope) -> between(o, order -> order < 0));
        all.put("<=", (o, scope) -> between(o, order -> order <= 0));
        all.put(">", (o, scope) -> Coercion.ordered(o.at(0), o.at(1), order -> order > 0));
        all.put(">=", (o, scope) -> Coercion.ordered(o.at(0), o.at(1), order -> order >= 0));
        all.put("+", (o, scope) -> total(o, 0, Double::sum, Coercion::leadingNumber));
        all.put("*", (o, scope) -> total(o, 1, (a, b) -> a * b, Coercion::leadingNumber));
        all.put("min", (o, scope) -> total(o, Double.POSITIVE_INFINITY, Math::min, Operators::counted));
        all.put("max", (o, scope) -> total(o, Double.NEGATIVE_INFINITY, Math::max, Operators::counted));
        all.put("-", (o, scope) -> o.size() == 1 ? -counted(o.at(0)) : counted(o.at(0)) - counted(o.at(1)));
        all.put("/", (o, scope) -> counted(o.at(0)) / counted(o.at(1)));
        all.put("%", (o, scope) -> counted(o.at(0)) % counted(o.at(1)));
        all.put("cat", Operators::cat);
        all.put("substr", (o, scope) -> substr(Coercion.joined(o.at(0)), o.at(1), o.at(2)));
        all.put("in", (o, scope) -> in(o.at(0), o.at(1)));
        all.put("merge", Operators::merge);
        all.put("missing", (o, scope) -> missing(o.at(0) instanceof List<?> list ? list : o.all(), scope));
        all.put("missing_some", Operators::missingSome);
        all.put("version_eq", (o, scope) -> versions(o, order -> order == 0));
        all.put("version_gt", (o, scope) -> versions(o, order -> order > 0));
        all.put("version_gte", (o, scope) -> versions(o, order -> order >= 0));
        all.put("version_lt", (o, scope) -> versions(o, order -> order < 0));
        all.put("version_lte", (o, scope) -> versions(o, order -> order <= 0));
        all.put("in_last_days", (o, scope) -> inLastDays(o.at(0), o.at(1), scope.now()));
        return Map.copyOf(all);
    }

    private static boolean between(Operands operands, IntPredicate order) {
        return Coercion.ordered(operands.at(0), operands.at(1), order)
                && (operands.size() < 3 || Coercion.ordered(operands.at(1), operands.at(2), order));
    }

    /** Nothing is no number, so that nothing comes out of it: an unanswered question is not a 0. */
    private static double counted(@Nullable Object value) {
        return value == null ? Double.NaN : Coercion.number(value);
    }

    private static double total(
            Operands operands, double start, DoubleBinaryOperator operator, ToDoubleFunction<@Nullable Object> number) {
        double total = start;
        for (Object operand : operands.all()) {
            total = operator.applyAsDouble(total, number.applyAsDouble(operand));
        }
        return total;
    }

    private static Object cat(Operands operands, Scope scope) {
        StringBuilder text = new StringBuilder();
        for (Object operand : operands.all()) {
            String part = Coercion.joined(operand);
            scope.spend(part.length());
            text.append(part);
        }
        return text.toString();
    }

    /** In UTF-16 units; a negative start counts from the end, a negative length leaves so many off at the end. */
    private static Object substr(String text, @Nullable Object start, @Nullable Object length) {
        int from = units(Coercion.number(start), text.length());
        from = from < 0 ? Math.max(0, text.length() + from) : from;
        if (length == null) {
            return text.substring(from);
        }
        int many = units(Coercion.number(length), text.length());
        int to = many < 0 ? text.length() + many : Math.min(text.length(), from + many);
        return to <= from ? "" : text.substring(from, to);
    }

    private static int units(double number, int most) {
        return Double.isNaN(number) ? 0 : (int) Math.max(-most, Math.min(most, number));
    }

    private static boolean in(@Nullable Object part, @Nullable Object whole) {
        if (whole instanceof String text) {
            return part != null && text.contains(Coercion.string(part));
        }
        return whole instanceof List<?> list && list.stream().anyMatch(item -> Coercion.sameCode(part, item));
    }

    private static Object merge(Operands operands, Scope scope) {
        List<@Nullable Object> merged = new ArrayList<>();
        for (Object operand : operands.all()) {
            if (operand instanceof List<?> list) {
                scope.spend(list.size());
                merged.addAll(list);
            } else {
                merged.add(operand);
            }
        }
        return merged;
    }

    private static Object missing(List<?> paths, Scope scope) {
        List<@Nullable Object> missing = new ArrayList<>();
        for (Object path : paths) {
            Object value = Path.read(scope.data(), Coercion.joined(path));
            if (value == Unknown.VALUE) {
                return value;
            }
            if (value == null || value.equals("")) {
                missing.add(path);
            }
        }
        return missing;
    }

    private static Object missingSome(Operands operands, Scope scope) {
        if (!(operands.at(1) instanceof List<?> paths)) {
            throw new Unevaluable("missing_some takes a number and a list of names");
        }
        Object missing = missing(paths, scope);
        return missing instanceof List<?> list && paths.size() - list.size() >= Coercion.number(operands.at(0))
                ? List.of()
                : missing;
    }

    private static boolean versions(Operands operands, IntPredicate order) {
        return Version.in(operands.at(0))
                .flatMap(one -> Version.in(operands.at(1)).map(one::compareTo))
                .filter(order::test)
                .isPresent();
    }

    private static Object inLastDays(@Nullable Object when, @Nullable Object days, @Nullable Instant now) {
        return now == null ? Unknown.VALUE : (Object) Days.within(when, days, now);
    }
}
