package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.questionnaire.Variable;

/** Knows the codes of a variable as they are written in JSON: as strings, or as whole numbers. Codes {@code 1} and {@code "1"} are one. */
final class WrittenCodes {
    /** Only a tree of nodes tells which code is meant. */
    static final int UNSURE = -1;

    static final int UNKNOWN = -2;

    private final ByteDictionary codes = new ByteDictionary();
    private final int[] digits = new int[10];

    WrittenCodes(Variable variable) {
        for (Variable.CodedValue value : variable.values()) {
            byte[] code = value.code().getBytes(UTF_8);
            codes.add(code, 0, code.length);
        }
        for (int digit = 0; digit < digits.length; digit++) {
            int found = codes.find(new byte[] {(byte) ('0' + digit)}, 0, 1);
            digits[digit] = found < 0 ? UNKNOWN : found;
        }
    }

    /** The position of the code between two places of a JSON text. */
    int index(byte[] json, int from, int to) {
        byte first = json[from];
        if (to - from == 1 && first >= '0' && first <= '9') {
            return digits[first - '0'];
        }
        if (first == '"') {
            // No code has a character that is written otherwise, so what is written like one is one.
            int found = codes.find(json, from + 1, to - 1);
            return found < 0 && WrittenJson.isEscaped(json, from, to) ? UNSURE : known(found);
        }
        return WrittenNumbers.isWhole(json, from, to) ? known(codes.find(json, from, to)) : UNSURE;
    }

    /**
     * The positions of the codes of an array.
     *
     * @param into has room for each code once
     * @return how many; negative as for {@link #index}, also if there are more than room
     */
    int indices(byte[] json, int from, int to, int[] into) {
        if (json[from] != '[') {
            return UNSURE;
        }
        int count = 0;
        for (int at = WrittenJson.skipSpace(json, from + 1, to); json[at] != ']'; ) {
            int end = WrittenJson.endOfValue(json, at, to);
            int index = index(json, at, end);
            if (index < 0) {
                // What stands later in it may need a closer look too.
                return UNSURE;
            }
            if (count == into.length) {
                return UNSURE;
            }
            into[count++] = index;
            at = WrittenJson.skipSpace(json, end, to);
            if (json[at] == ',') {
                at = WrittenJson.skipSpace(json, at + 1, to);
            }
        }
        return count;
    }

    private static int known(int found) {
        return found < 0 ? UNKNOWN : found;
    }
}
