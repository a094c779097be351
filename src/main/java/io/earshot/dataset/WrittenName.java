package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The name of a member of a JSON object as PostgreSQL writes it, with the mark and the colon after it; compared eight bytes at a time. */
final class WrittenName {
    private final int length;
    private final long[] words;
    // Of the last word's bytes those that count.
    private final long mask;

    /** @param name of a variable, which has no character that JSON writes otherwise */
    WrittenName(String name) {
        byte[] bytes = (name + "\":").getBytes(UTF_8);
        length = bytes.length;
        words = new long[(length + Long.BYTES - 1) / Long.BYTES];
        Arrays.setAll(words, i -> EightBytes.upTo(bytes, i * Long.BYTES, length));
        mask = EightBytes.first(length - (words.length - 1) * Long.BYTES);
    }

    /** The place after the colon if the name begins at a place; -1 if another does, or if bytes end too soon to tell. */
    int endAt(byte[] json, int at) {
        int last = words.length - 1;
        if (at + words.length * Long.BYTES > json.length) {
            return -1;
        }
        for (int i = 0; i < last; i++) {
            if (EightBytes.at(json, at + i * Long.BYTES) != words[i]) {
                return -1;
            }
        }
        long differing = EightBytes.at(json, at + last * Long.BYTES) ^ words[last];
        return (differing & mask) == 0 ? at + length : -1;
    }
}
