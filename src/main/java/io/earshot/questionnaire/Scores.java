package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Works out a questionnaire's scores from answers. A reversed item counts low + high - value, over the ends of its numeric
 * codes or its limits. An item that is not answered, or whose code is no number, doesn't count. Immutable.
 */
public final class Scores {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private final List<Scale> scales;

    /** An item ready to count: where its values end matters only if it is reversed. */
    private record Item(Variable variable, boolean reversed, double low, double high) {
        OptionalDouble value(Map<String, JsonNode> answers) {
            JsonNode answer = answers.get(variable.name());
            if (answer == null) {
                return OptionalDouble.empty();
            }
            OptionalDouble value = variable.values().isEmpty() ? number(answer) : coded(answer);
            return reversed && value.isPresent() ? OptionalDouble.of(low + high - value.getAsDouble()) : value;
        }

        private static OptionalDouble number(JsonNode answer) {
            return answer.isNumber() ? OptionalDouble.of(answer.doubleValue()) : OptionalDouble.empty();
        }

        private OptionalDouble coded(JsonNode answer) {
            return Code.in(answer)
                    .filter(code -> variable.values().stream()
                            .anyMatch(value -> value.code().equals(code)))
                    .filter(code -> NUMBER.matcher(code).matches())
                    .map(code -> OptionalDouble.of(Double.parseDouble(code)))
                    .orElse(OptionalDouble.empty());
        }
    }

    private record Scale(Score score, List<Item> items) {
        OptionalDouble value(Map<String, JsonNode> answers) {
            double sum = 0;
            int answered = 0;
            for (Item item : items) {
                OptionalDouble value = item.value(answers);
                if (value.isPresent()) {
                    sum += value.getAsDouble();
                    answered++;
                }
            }
            if (answered < Objects.requireNonNullElse(score.minAnswered(), items.size())) {
                return OptionalDouble.empty();
            }
            // In this order, a sum of whole numbers stays whole.
            double result = score.method() == Score.Method.SUM ? sum * items.size() / answered : sum / answered;
            return OptionalDouble.of(
                    score.rescale() == null ? result : score.rescale().of(result));
        }
    }

    /** @throws IllegalArgumentException if an item is no variable that can be scored */
    public Scores(Questionnaire questionnaire) {
        this(questionnaire.scores(), questionnaire.given(), reversedRows(questionnaire.questions()));
    }

    Scores(List<Score> scores, List<Variable> variables, Set<String> reversedRows) {
        Map<String, Variable> byName = new LinkedHashMap<>();
        variables.forEach(variable -> byName.put(variable.name(), variable));
        List<Scale> scales = new ArrayList<>();
        for (Score score : scores) {
            List<Item> items = score.items().stream()
                    .map(item -> item(score, item, byName, reversedRows))
                    .toList();
            scales.add(new Scale(score, items));
        }
        this.scales = List.copyOf(scales);
    }

    /** The names of all scores, in the questionnaire's order. */
    public List<String> names() {
        return scales.stream().map(scale -> scale.score().name()).toList();
    }

    /** The scores that have a value, by name, in the questionnaire's order. */
    public Map<String, Double> values(Map<String, JsonNode> answers) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Scale scale : scales) {
            scale.value(answers).ifPresent(value -> values.put(scale.score().name(), value));
        }
        return values;
    }

    /** The names of likert rows of which more means less. */
    static Set<String> reversedRows(List<Question> questions) {
        Set<String> reversed = new HashSet<>();
        for (Question question : questions) {
            if (question instanceof Likert likert) {
                likert.rows().stream().filter(Likert.Row::reversed).forEach(row -> reversed.add(row.name()));
            }
        }
        return reversed;
    }

    private static Item item(Score score, Score.Item item, Map<String, Variable> variables, Set<String> reversedRows) {
        Variable variable = Optional.ofNullable(variables.get(item.variable()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "item of the score " + score.name() + " must be a variable: " + item.variable()));
        boolean reversed = Objects.requireNonNullElse(item.reversed(), reversedRows.contains(variable.name()));
        List<Double> ends = ends(variable);
        boolean number = variable.measure() == Measure.SCALE && variable.format() == Variable.Format.NUMBER;
        boolean usable = variable.shape() == Variable.Shape.ONE && (number || !ends.isEmpty());
        if (!usable || (reversed && ends.size() < 2)) {
            throw new IllegalArgumentException("item of the score " + score.name()
                    + " must have numeric codes, or be a number, with min and max if it is reversed: "
                    + variable.name());
        }
        return ends.size() < 2
                ? new Item(variable, false, Double.NaN, Double.NaN)
                : new Item(variable, reversed, ends.get(0), ends.get(1));
    }

    /** The smallest and the largest value of a variable; empty if it has no such ends. */
    private static List<Double> ends(Variable variable) {
        List<Double> codes = variable.values().stream()
                .map(Variable.CodedValue::code)
                .filter(code -> NUMBER.matcher(code).matches())
                .map(Double::parseDouble)
                .sorted()
                .toList();
        if (!codes.isEmpty()) {
            return List.of(codes.get(0), codes.get(codes.size() - 1));
        }
        BigDecimal min = variable.min();
        BigDecimal max = variable.max();
        return min == null || max == null ? List.of() : List.of(min.doubleValue(), max.doubleValue());
    }
}
