package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteDictionaryTest {
    private static final int LONGEST = 40;

    private final ByteDictionary dictionary = new ByteDictionary();

    @Test
    void stringsAreNumberedInTheOrderOfTheirComing() {
        List<String> known = new ArrayList<>();
        Random random = new Random(20261127);
        for (int i = 0; i < 20_000; i++) {
            // Of two letters, so that many begin alike; among other bytes, and at the very end of them.
            String text = text(random, random.nextInt(LONGEST));
            byte[] around =
                    ("ab".repeat(random.nextInt(9)) + text + "ab".repeat(random.nextInt(2) * 9)).getBytes(UTF_8);
            int from = new String(around, UTF_8).indexOf(text);

            int number = dictionary.add(around, from, from + text.length());

            if (number == known.size()) {
                known.add(text);
            }
            assertEquals(text, known.get(number));
            assertEquals(number, dictionary.find(around, from, from + text.length()));
        }
        assertEquals(known.size(), known.stream().distinct().count());
        assertEquals(known.size(), dictionary.size());
    }

    @Test
    void aStringThatWasNotAddedIsNotThere() {
        add("12345678");

        for (String other : List.of("", "1234567", "123456789", "12345678\0", "\00012345678", "12345679")) {
            assertEquals(-1, find(other), other);
        }
    }

    @Test
    void zerosAtTheEndCount() {
        List<String> texts = List.of("", "\0", "\0\0", "a", "a\0", "\0a");
        texts.forEach(this::add);

        for (int number = 0; number < texts.size(); number++) {
            assertEquals(number, find(texts.get(number)));
        }
    }

    private void add(String text) {
        dictionary.add(text.getBytes(UTF_8), 0, text.length());
    }

    private int find(String text) {
        return dictionary.find(text.getBytes(UTF_8), 0, text.length());
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(8) == 0 ? 'b' : 'a');
        }
        return text.toString();
    }
}
