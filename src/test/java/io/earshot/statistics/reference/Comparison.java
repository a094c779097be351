package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Compares a result with R's: |got - want| <= tolerance |want| + absolute tolerance, texts and counts exactly. */
final class Comparison {
    private final double tolerance;
    private final double absoluteTolerance;
    private final List<String> differences = new ArrayList<>();

    private Comparison(double tolerance, double absoluteTolerance) {
        this.tolerance = tolerance;
        this.absoluteTolerance = absoluteTolerance;
    }

    /** What differs, each with its place; empty if the check holds. */
    static List<String> differences(Check check, @Nullable Object got) {
        Comparison comparison = new Comparison(check.tolerance(), check.absoluteTolerance());
        comparison.compare("", check.values(), got);
        return comparison.differences;
    }

    private void compare(String path, JsonNode want, @Nullable Object got) {
        if (got instanceof Outcome.Defined<?> defined) {
            compare(path, want, defined.value());
        } else if (got instanceof OptionalDouble number) {
            compare(path, want, number.isPresent() ? number.getAsDouble() : null);
        } else if (got instanceof List<?> list && list.size() == 1 && want.isValueNode()) {
            // R writes a vector of one as a single value.
            compare(path, want, list.get(0));
        } else if (want.isNull() || want.isTextual() && want.asText().equals("NaN")) {
            expectMissing(path, got);
        } else if (want.isNumber() || want.isTextual() && want.asText().endsWith("Inf")) {
            compareNumber(path, want, got);
        } else if (want.isObject()) {
            compareObject(path, want, got);
        } else if (want.isArray()) {
            compareArray(path, want, got);
        } else if (want.isBoolean()
                ? !Boolean.valueOf(want.booleanValue()).equals(got)
                : !want.asText().equals(got)) {
            differences.add(path + ": want " + want + " got " + got);
        }
    }

    private void expectMissing(String path, @Nullable Object got) {
        boolean missing = got == null
                || got instanceof Outcome.Undefined<?>
                || got instanceof Number number && Double.isNaN(number.doubleValue());
        if (!missing) {
            differences.add(path + ": want none got " + got);
        }
    }

    private void compareNumber(String path, JsonNode want, @Nullable Object got) {
        double wanted = want.isNumber()
                ? want.doubleValue()
                : want.asText().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        double number = got instanceof Number some ? some.doubleValue() : Double.NaN;
        boolean near = Double.isInfinite(wanted)
                ? number == wanted
                : Math.abs(number - wanted) <= tolerance * Math.abs(wanted) + absoluteTolerance;
        if (!near) {
            differences.add(path + ": want " + wanted + " got " + got);
        }
    }

    private void compareObject(String path, JsonNode want, @Nullable Object got) {
        if (got instanceof Outcome.Undefined<?>) {
            // An undefined whole has no defined part.
            want.fields().forEachRemaining(field -> compare(path + "/" + field.getKey(), field.getValue(), got));
            return;
        }
        if (!(got instanceof Map<?, ?> map)) {
            differences.add(path + ": want an object got " + got);
            return;
        }
        want.fields().forEachRemaining(field -> {
            String at = path + "/" + field.getKey();
            if (map.containsKey(field.getKey())) {
                compare(at, field.getValue(), map.get(field.getKey()));
            } else {
                differences.add(at + ": not given");
            }
        });
    }

    private void compareArray(String path, JsonNode want, @Nullable Object got) {
        if (got instanceof Outcome.Undefined<?>) {
            want.forEach(one -> compare(path, one, got));
            return;
        }
        if (!(got instanceof List<?> list) || list.size() != want.size()) {
            differences.add(path + ": want " + want.size() + " values got " + got);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            compare(path + "/" + i, want.get(i), list.get(i));
        }
    }
}
