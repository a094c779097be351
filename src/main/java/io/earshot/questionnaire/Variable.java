package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One column that a question gives: what its data are called, mean and may hold.
 *
 * @param name     the variable's name in data: a letter, then letters, digits and {@code _}; 64 at most
 * @param question the name of the element that asks it; differs from {@code name} for rows of a matrix and open texts
 * @param label    the wording in every language
 * @param measure  what may be done with its values
 * @param shape    whether an answer is one value, a set or an order
 * @param format   how a value is written in an answer
 * @param unit     what a number counts, such as {@code EUR}; absent is nothing
 * @param min      smallest allowed number; absent is none
 * @param max      largest allowed number; absent is none; of an order, how many are ranked
 * @param values   the codes that an answer may hold with their labels, in the questionnaire's order; empty for numbers and text
 */
public record Variable(
        String name,
        String question,
        Text label,
        Measure measure,
        Shape shape,
        Format format,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<CodedValue> values) {
    private static final Pattern SEPARATOR = Pattern.compile(";");

    /** Short enough that no cell can ask for a number of a million digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,32}(\\.\\d{1,32})?");

    /** What an answer is. */
    public enum Shape {
        /** A value. */
        ONE,
        /** An array of values without order or repetition. */
        SET,
        /** An array of codes, the best first; data hold each option's rank. */
        ORDER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a value is written in an answer. */
    public enum Format {
        /** A code of {@link #values()}. */
        CODE,
        /** A JSON number. */
        NUMBER,
        /** Words. */
        TEXT,
        /** {@code YYYY-MM-DD}. */
        DATE,
        /** {@code HH:MM}, 24 hours; minutes after midnight in data. */
        TIME,
        /** The id of an uploaded file. */
        FILE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Variable {
        requireNonNull(name, "name");
        requireNonNull(question, "question");
        requireNonNull(label, "label");
        requireNonNull(measure, "measure");
        requireNonNull(shape, "shape");
        requireNonNull(format, "format");
        values = List.copyOf(values);
    }

    /** One value of the measure's usual format, without codes or limits. */
    public static Variable of(String name, String question, Text label, Measure measure) {
        Format format =
                switch (measure) {
                    case NOMINAL, ORDINAL -> Format.CODE;
                    case SCALE -> Format.NUMBER;
                    case TEXT -> Format.TEXT;
                    case DATE -> Format.DATE;
                };
        return new Variable(name, question, label, measure, Shape.ONE, format, null, null, null, List.of());
    }

    public Variable coded(List<CodedValue> values) {
        return new Variable(name, question, label, measure, shape, format, unit, min, max, values);
    }

    public Variable shaped(Shape shape) {
        return new Variable(name, question, label, measure, shape, format, unit, min, max, values);
    }

    public Variable written(Format format) {
        return new Variable(name, question, label, measure, shape, format, unit, min, max, values);
    }

    public Variable counting(@Nullable String unit) {
        return new Variable(name, question, label, measure, shape, format, unit, min, max, values);
    }

    public Variable within(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new Variable(name, question, label, measure, shape, format, unit, min, max, values);
    }

    /** Whether an answer is a set of codes. */
    @JsonIgnore
    public boolean isCodedSet() {
        return shape == Shape.SET && !values.isEmpty();
    }

    /**
     * The columns that data have for it: the variable itself, or for an order one for each option, {@code name.code}, which
     * holds the option's rank from 1.
     */
    public List<Variable> columns() {
        return shape == Shape.ORDER
                ? values.stream().map(value -> rankOf(value)).toList()
                : List.of(this);
    }

    private Variable rankOf(CodedValue option) {
        int ranked = max == null ? values.size() : max.intValue();
        List<CodedValue> ranks = IntStream.rangeClosed(1, ranked)
                .mapToObj(Integer::toString)
                .map(rank -> new CodedValue(rank, Text.of(rank)))
                .toList();
        return of(name + "." + option.code(), question, label.then(" – ", option.label()), Measure.ORDINAL)
                .coded(ranks);
    }

    /**
     * The answer that a CSV cell holds: the items of a set or an order are parted by {@code ;}, whole-number codes and
     * numbers become JSON numbers. What doesn't fit stays a string, so that the check of answers can say what is wrong with
     * it.
     *
     * @param cell not blank
     */
    public JsonNode answerIn(String cell) {
        if (shape == Shape.ONE) {
            return single(cell.strip());
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        SEPARATOR
                .splitAsStream(cell)
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .forEach(item -> items.add(single(item)));
        return items;
    }

    private JsonNode single(String word) {
        boolean coded = !values.isEmpty()
                && values.stream()
                        .allMatch(value -> NUMBER.matcher(value.code()).matches());
        return (coded || format == Format.NUMBER) && NUMBER.matcher(word).matches()
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
