package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What data hold for a chosen option, whatever its wording. The integer {@code 1} and the string {@code "1"} are the same
 * code: both become {@code 1} in a CSV file, so they must not mean two things.
 *
 * @param text the code as a string; decimal digits for an integer
 */
public record Code(@JsonValue String text) {
    /** No semicolon, because it parts codes in CSV; no white space, because people lose it. */
    private static final Pattern RULE = Pattern.compile("-?[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

    public Code {
        if (!RULE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "code must be an integer or letters, digits, _ . -, 64 at most: " + text);
        }
    }

    public static Code of(int number) {
        return new Code(Integer.toString(number));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Code fromJson(Object json) {
        return new Code(String.valueOf(json));
    }

    /** The code that an answer holds; empty if the answer is neither a string nor a whole number. */
    public static Optional<String> in(JsonNode answer) {
        if (answer.isTextual()) {
            return Optional.of(answer.textValue());
        }
        if (!answer.isNumber()) {
            return Optional.empty();
        }
        if (answer.isInt()) {
            return Optional.of(Integer.toString(answer.intValue()));
        }
        BigDecimal number = answer.decimalValue();
        // 1.0 is 1: some languages write every number with a fraction. The limit spares us 1e999999999 written out.
        boolean whole = Math.abs((long) number.scale()) <= 32
                && number.stripTrailingZeros().scale() <= 0;
        return whole ? Optional.of(number.toBigInteger().toString()) : Optional.empty();
    }
}
