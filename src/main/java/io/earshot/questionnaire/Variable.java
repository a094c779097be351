package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One column that a question gives: what its data are called, mean and may hold.
 *
 * @param name     the variable's name in data: a letter, then letters, digits and {@code _}; 64 at most
 * @param question the name of the element that asks it; differs from {@code name} for rows of a matrix and open texts
 * @param label    the wording in every language
 * @param measure  what may be done with its values
 * @param multiple true if an answer is a set of codes, not one
 * @param values   the codes that an answer may hold with their labels, in the questionnaire's order; empty for numbers and text
 */
public record Variable(
        String name, String question, Text label, Measure measure, boolean multiple, List<CodedValue> values) {
    private static final Pattern CODE_SEPARATOR = Pattern.compile(";");

    /** Short enough that no cell can ask for a number of a million digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,32}(\\.\\d{1,32})?");

    public Variable {
        requireNonNull(name, "name");
        requireNonNull(question, "question");
        requireNonNull(label, "label");
        requireNonNull(measure, "measure");
        values = List.copyOf(values);
    }

    /**
     * The answer that a CSV cell holds: a set's codes are parted by {@code ;}, whole-number codes and numbers become
     * JSON numbers. What doesn't fit stays a string, so that the check of answers can say what is wrong with it.
     *
     * @param cell not blank
     */
    public JsonNode answerIn(String cell) {
        if (!multiple) {
            return single(cell.strip());
        }
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        CODE_SEPARATOR
                .splitAsStream(cell)
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .forEach(code -> codes.add(single(code)));
        return codes;
    }

    private JsonNode single(String word) {
        boolean coded = !values.isEmpty()
                && values.stream()
                        .allMatch(value -> NUMBER.matcher(value.code()).matches());
        return (coded || measure == Measure.SCALE) && NUMBER.matcher(word).matches()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(word))
                : JsonNodeFactory.instance.textNode(word);
    }

    /**
     * A code and what it means.
     *
     * @param code as it stands in answers and data; codes that are integers in the questionnaire are their decimal digits here
     */
    public record CodedValue(String code, Text label) {
        public CodedValue {
            requireNonNull(code, "code");
            requireNonNull(label, "label");
        }
    }
}
