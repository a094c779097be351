package io.earshot.questionnaire.logic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as JavaScript reads and writes them. */
public final class NumberText {
    private static final double LARGEST_WHOLE = 9007199254740992.0;
    private static final int MOST_DIGITS = 17;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,6})?");
    private static final Pattern OTHER_BASE =
            Pattern.compile("0[xX][0-9a-fA-F]{1,13}|0[oO][0-7]{1,17}|0[bB][01]{1,53}");

    private NumberText() {}

    /** The shortest text that reads as the same number: {@code 3}, {@code 2.5}, {@code 1e+21}. */
    public static String of(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) {
            return Long.toString((long) number);
        }
        BigDecimal shortest = shortest(number);
        String digits = shortest.unscaledValue().abs().toString();
        // The number is 0.digits times ten to the power of point.
        int point = digits.length() - shortest.scale();
        String sign = number < 0 ? "-" : "";
        if (point > 21 || point < -5) {
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            return sign + digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return digits.length() <= point
                ? sign + digits + "0".repeat(point - digits.length())
                : sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** What JavaScript's {@code Number(text)} gives: 0 for blank text, NaN for what is no number as a whole. */
    static double whole(String text) {
        String trimmed = trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(trimmed).matches()) {
            return Double.parseDouble(trimmed);
        }
        if (OTHER_BASE.matcher(trimmed).matches()) {
            char base = Character.toLowerCase(trimmed.charAt(1));
            return Long.parseLong(trimmed.substring(2), base == 'x' ? 16 : base == 'o' ? 8 : 2);
        }
        return infinity(trimmed, trimmed.length());
    }

    /** What JavaScript's {@code parseFloat(text)} gives: the number that the text begins with, else NaN. */
    static double leading(String text) {
        String trimmed = trim(text);
        Matcher matcher = DECIMAL.matcher(trimmed);
        if (matcher.lookingAt()) {
            return Double.parseDouble(matcher.group());
        }
        int sign = trimmed.startsWith("+") || trimmed.startsWith("-") ? 1 : 0;
        return infinity(trimmed, Math.min(trimmed.length(), sign + "Infinity".length()));
    }

    private static double infinity(String text, int length) {
        return switch (text.substring(0, length)) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** Without JavaScript's white space, which is more than Java's. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char letter) {
        return (letter >= '\t' && letter <= '\r')
                || letter == '\uFEFF'
                || letter == '\u2028'
                || letter == '\u2029'
                || Character.getType(letter) == Character.SPACE_SEPARATOR;
    }
}
