package io.earshot.questionnaire.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns JSON into what can be evaluated without looking at the JSON again. */
final class Parser {
    private static final int MAX_DEPTH = 64;
    private static final Constant NOTHING = new Constant(null);

    private Parser() {}

    /** A value that is the same for all data. */
    record Constant(@Nullable Object value) implements Term {
        @Override
        public @Nullable Object value(Scope scope) {
            return value;
        }
    }

    /** Logic whose fault {@link Syntax} names has no value where it is come upon, and harms nothing elsewhere. */
    static Term parse(JsonNode json) {
        return parse(json, 0);
    }

    private static Term parse(JsonNode json, int depth) {
        if (depth > MAX_DEPTH) {
            return scope -> {
                throw new Unevaluable("deeper than " + MAX_DEPTH);
            };
        }
        if (json.isArray()) {
            List<Term> items = terms(json, depth);
            return scope -> values(items, scope);
        }
        if (!json.isObject() || json.size() != 1) {
            return new Constant(plain(json));
        }
        Map.Entry<String, JsonNode> operation = json.properties().iterator().next();
        JsonNode operands = operation.getValue();
        List<Term> terms = operands.isArray() ? terms(operands, depth) : List.of(parse(operands, depth + 1));
        return operation(operation.getKey(), terms);
    }

    private static List<Term> terms(JsonNode array, int depth) {
        List<Term> terms = new ArrayList<>();
        array.forEach(item -> terms.add(parse(item, depth + 1)));
        return List.copyOf(terms);
    }

    private static Term operation(String name, List<Term> terms) {
        return switch (name) {
            case "var" -> var(terms);
            case "if", "?:" -> new Choice(terms);
            case "and" -> scope -> Lazy.and(terms, scope);
            case "or" -> scope -> Lazy.or(terms, scope);
            case "map" -> scope -> Lazy.map(at(terms, 0), at(terms, 1), scope);
            case "filter" -> scope -> Lazy.filter(at(terms, 0), at(terms, 1), scope);
            case "reduce" -> scope -> Lazy.reduce(at(terms, 0), at(terms, 1), at(terms, 2), scope);
            case "all" -> scope -> Lazy.all(at(terms, 0), at(terms, 1), scope);
            case "some" -> scope -> Lazy.some(at(terms, 0), at(terms, 1), scope);
            case "none" -> scope -> Lazy.none(at(terms, 0), at(terms, 1), scope);
            default -> eager(name, terms);
        };
    }

    private static Term eager(String name, List<Term> terms) {
        Operator operator = Operators.ALL.get(name);
        if (operator == null) {
            return scope -> {
                throw new Unevaluable("no operator " + name);
            };
        }
        return scope -> {
            Object operands = values(terms, scope);
            scope.spend(1);
            return operands instanceof List<?> list ? operator.of(new Operands(list), scope) : operands;
        };
    }

    private static Term var(List<Term> terms) {
        Term name = at(terms, 0);
        Term fallback = at(terms, 1);
        if (name instanceof Constant constant) {
            String path = Coercion.joined(constant.value());
            return scope -> orElse(Path.read(scope.data(), path), fallback, scope);
        }
        return scope -> {
            Object path = name.value(scope);
            return path == Unknown.VALUE
                    ? path
                    : orElse(Path.read(scope.data(), Coercion.joined(path)), fallback, scope);
        };
    }

    private static @Nullable Object orElse(@Nullable Object found, Term fallback, Scope scope) {
        scope.spend(1);
        return found == null ? fallback.value(scope) : found;
    }

    private static Term at(List<Term> terms, int index) {
        return index < terms.size() ? terms.get(index) : NOTHING;
    }

    /** A list, or {@link Unknown} if one of them is. */
    private static Object values(List<Term> terms, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>(terms.size());
        boolean known = true;
        for (Term term : terms) {
            Object value = term.value(scope);
            known &= value != Unknown.VALUE;
            values.add(value);
        }
        return known ? values : Unknown.VALUE;
    }

    /** JSON as plain values. */
    static @Nullable Object plain(JsonNode json) {
        if (json.isArray()) {
            List<@Nullable Object> items = new ArrayList<>(json.size());
            json.forEach(item -> items.add(plain(item)));
            return Collections.unmodifiableList(items);
        }
        if (json.isObject()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            json.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return Collections.unmodifiableMap(members);
        }
        if (json.isNumber()) {
            return json.doubleValue();
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.isTextual() ? json.textValue() : null;
    }
}
