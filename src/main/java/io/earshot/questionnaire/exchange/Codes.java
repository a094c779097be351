package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** Codes and numbers as our JSON writes them. */
public final class Codes {
    private Codes() {}

    /** Digits are an integer, so that scores can count with them; anything else is a word. */
    public static JsonNode node(String code) {
        return code.matches("-?(0|[1-9]\\d{0,8})") && !code.equals("-0")
                ? IntNode.valueOf(Integer.parseInt(code))
                : TextNode.valueOf(code);
    }

    /** 5 for 5.0, and an int where it fits, so that the same number is always the same JSON. */
    public static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 0 || plain.precision() - plain.scale() > 18) {
            return DecimalNode.valueOf(plain);
        }
        long whole = plain.longValueExact();
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }
}
