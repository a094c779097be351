package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.Variable;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the cells of one variable become answers. What can't be one stays text, for the questionnaire to refuse. */
sealed interface AnswerCell {
    /** @return null if the cell holds nothing but blanks where blanks are no answer */
    @Nullable
    JsonNode read(String cell);

    static AnswerCell of(Variable variable) {
        Set<String> codes =
                variable.values().stream().map(Variable.CodedValue::code).collect(Collectors.toSet());
        if (variable.shape() != Variable.Shape.ONE) {
            return new Several(codes.isEmpty() ? new Words() : new One(codes));
        }
        if (!codes.isEmpty()) {
            return new One(codes);
        }
        return variable.format() == Variable.Format.NUMBER ? new Number() : new Words();
    }

    /** Codes that are integers are numbers in JSON. */
    static JsonNode code(String code) {
        return One.INTEGER.matcher(code).matches() ? IntNode.valueOf(Integer.parseInt(code)) : TextNode.valueOf(code);
    }

    /** One of these codes. */
    record One(Set<String> codes) implements AnswerCell {
        private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
        // Statistics programs write whole numbers like this once a column has a gap.
        private static final Pattern WHOLE = Pattern.compile("-?[0-9]+\\.0+");

        @Override
        public @Nullable JsonNode read(String cell) {
            String text = cell.strip();
            if (!codes.contains(text) && WHOLE.matcher(text).matches()) {
                text = text.substring(0, text.indexOf('.'));
            }
            return text.isEmpty() ? null : code(text);
        }
    }

    /** Codes joined by semicolons. */
    record Several(AnswerCell one) implements AnswerCell {
        @Override
        public @Nullable JsonNode read(String cell) {
            ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
            for (String part : cell.split(";", -1)) {
                JsonNode code = one.read(part);
                if (code != null) {
                    chosen.add(code);
                }
            }
            return chosen.isEmpty() ? null : chosen;
        }
    }

    /** A number with a decimal point. */
    record Number() implements AnswerCell {
        private static final Pattern NUMBER =
                Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

        @Override
        public @Nullable JsonNode read(String cell) {
            String text = cell.strip();
            if (text.isEmpty()) {
                return null;
            }
            return NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
        }
    }

    /** Words as they stand. */
    record Words() implements AnswerCell {
        @Override
        public JsonNode read(String cell) {
            return TextNode.valueOf(cell);
        }
    }
}
