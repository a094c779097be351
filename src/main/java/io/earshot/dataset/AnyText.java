package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Texts in UTF-8, with half of a character beyond the basic plane written in three bytes as if it were one: Java's strings may hold
 * such a half alone, and UTF-8 has no place for it.
 */
final class AnyText {
    private static final int HALF_LENGTH = 3;

    private AnyText() {}

    static byte[] encoded(String text) {
        int half = half(text, 0);
        if (half < 0) {
            return text.getBytes(UTF_8);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int from = 0;
        for (; half >= 0; half = half(text, from)) {
            all.writeBytes(text.substring(from, half).getBytes(UTF_8));
            char c = text.charAt(half);
            all.write(0xE0 | c >> 12);
            all.write(0x80 | c >> 6 & 0x3F);
            all.write(0x80 | c & 0x3F);
            from = half + 1;
        }
        all.writeBytes(text.substring(from).getBytes(UTF_8));
        return all.toByteArray();
    }

    static String decoded(byte[] bytes, int from, int to) {
        int half = half(bytes, from, to);
        if (half < 0) {
            return new String(bytes, from, to - from, UTF_8);
        }
        StringBuilder all = new StringBuilder();
        int at = from;
        for (; half >= 0; half = half(bytes, at, to)) {
            all.append(new String(bytes, at, half - at, UTF_8));
            all.append((char) ((bytes[half] & 0xF) << 12 | (bytes[half + 1] & 0x3F) << 6 | bytes[half + 2] & 0x3F));
            at = half + HALF_LENGTH;
        }
        return all.append(new String(bytes, at, to - at, UTF_8)).toString();
    }

    /** Where the next half stands alone; negative if none does. */
    private static int half(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    private static int half(byte[] bytes, int from, int to) {
        for (int i = from; i + HALF_LENGTH <= to; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xFF) >= 0xA0) {
                return i;
            }
        }
        return -1;
    }
}
