package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A growing list of texts, stored as what they are takes the least room: few different ones as numbers of a dictionary, ids as
 * sixteen bytes, others as their bytes in UTF-8 and eight more. For one thread while it grows.
 */
abstract sealed class Texts permits Texts.Few, Texts.Ids, Texts.Packed {
    private static final int MOST_IN_DICTIONARY = 1 << 12;
    private static final int DISTINCT_SHARE = 4;
    private static final byte[] NOTHING = {};
    private static final int BLOCK = 1 << 12;

    abstract int size();

    abstract String get(int row);

    /** Adds a text in UTF-8; returns the list that has it, which may be another than this. */
    abstract Texts with(byte[] utf8, int from, int to);

    Texts withId(long high, long low) {
        if (size() == 0) {
            return new Ids().withId(high, low);
        }
        byte[] utf8 = new UUID(high, low).toString().getBytes(UTF_8);
        return with(utf8, 0, utf8.length);
    }

    /** Adds all of another list; returns the list that has them. */
    Texts withAll(Texts other) {
        Texts all = this;
        for (int row = 0; row < other.size(); row++) {
            byte[] bytes = other.bytes(row);
            all = all.with(bytes, 0, bytes.length);
        }
        return all;
    }

    abstract byte[] bytes(int row);

    /** How many rows have a text. */
    long count(byte[] utf8) {
        long count = 0;
        for (int row = 0; row < size(); row++) {
            Watch.look(row);
            count += Arrays.equals(bytes(row), utf8) ? 1 : 0;
        }
        return count;
    }

    /** Without room to grow. */
    abstract Texts trimmed();

    static Texts none() {
        return new Few();
    }

    /** Texts by their numbers in a list of them; nothing for a negative number. */
    static Texts numbered(List<byte[]> words, Codes numbers) {
        if (words.size() < MOST_IN_DICTIONARY) {
            Few few = new Few();
            few.addNumbered(words, numbers);
            return few;
        }
        Texts all = none();
        for (int row = 0; row < numbers.size; row++) {
            int number = numbers.get(row);
            byte[] word = number < 0 ? NOTHING : words.get(number);
            all = all.with(word, 0, word.length);
        }
        return all;
    }

    Texts withNothing() {
        return with(NOTHING, 0, 0);
    }

    /** Number of each row's text in a dictionary. */
    static final class Few extends Texts {
        private final ByteDictionary dictionary = new ByteDictionary();
        private @Nullable String[] strings = new @Nullable String[16];
        private Codes numbers = Codes.upTo(0);

        @Override
        int size() {
            return numbers.size;
        }

        ByteDictionary dictionary() {
            return dictionary;
        }

        Codes numbers() {
            return numbers;
        }

        @Override
        String get(int row) {
            int number = numbers.get(row);
            String string = strings[number];
            if (string == null) {
                byte[] entry = dictionary.get(number);
                string = AnyText.decoded(entry, 0, entry.length);
                strings[number] = string;
            }
            return string;
        }

        @Override
        byte[] bytes(int row) {
            return dictionary.get(numbers.get(row));
        }

        @Override
        Texts with(byte[] utf8, int from, int to) {
            if (size() == 0 && Ids.isId(utf8, from, to)) {
                return new Ids().with(utf8, from, to);
            }
            add(dictionary.add(utf8, from, to));
            roomForStrings();
            return isTooMany() ? new Packed().withAll(this) : this;
        }

        @Override
        Texts withAll(Texts other) {
            if (!(other instanceof Few few) || few.dictionary.size() > MOST_IN_DICTIONARY) {
                return size() == 0 && other instanceof Ids ? new Ids().withAll(other) : super.withAll(other);
            }
            addNumbered(few.dictionary.entries(), few.numbers);
            return isTooMany() ? new Packed().withAll(this) : this;
        }

        private void addNumbered(List<byte[]> words, Codes theirs) {
            int[] ours = new int[words.size()];
            Arrays.setAll(ours, word -> dictionary.add(words.get(word), 0, words.get(word).length));
            int nothing = dictionary.find(NOTHING, 0, 0);
            int[] block = new int[Math.min(BLOCK, theirs.size)];
            for (int from = 0; from < theirs.size; from += block.length) {
                int size = Math.min(block.length, theirs.size - from);
                theirs.read(from, size, block);
                for (int i = 0; i < size; i++) {
                    if (block[i] < 0 && nothing < 0) {
                        nothing = dictionary.add(NOTHING, 0, 0);
                    }
                    add(block[i] < 0 ? nothing : ours[block[i]]);
                }
            }
            roomForStrings();
        }

        private void add(int number) {
            if (number > numbers.largest()) {
                Codes wider = Codes.upTo(number);
                wider.addAll(numbers);
                numbers = wider;
            }
            numbers.add(number);
        }

        @Override
        long count(byte[] utf8) {
            int number = dictionary.find(utf8, 0, utf8.length);
            long count = 0;
            for (int row = 0; row < numbers.size; row++) {
                Watch.look(row);
                count += numbers.get(row) == number ? 1 : 0;
            }
            return count;
        }

        private void roomForStrings() {
            if (dictionary.size() > strings.length) {
                strings = Arrays.copyOf(strings, dictionary.size() * 2);
            }
        }

        private boolean isTooMany() {
            return dictionary.size() > MOST_IN_DICTIONARY && dictionary.size() > size() / DISTINCT_SHARE;
        }

        @Override
        Texts trimmed() {
            numbers = numbers.trimmed();
            return this;
        }
    }

    /** UUIDs in their usual form: sixteen bytes each. */
    static final class Ids extends Texts {
        private static final int LENGTH = 36;

        private Longs halves = new Longs();

        static boolean isId(byte[] bytes, int from, int to) {
            if (to - from != LENGTH) {
                return false;
            }
            for (int i = 0; i < LENGTH; i++) {
                byte b = bytes[from + i];
                boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
                if (dash ? b != '-' : !(b >= '0' && b <= '9' || b >= 'a' && b <= 'f')) {
                    return false;
                }
            }
            return true;
        }

        @Override
        int size() {
            return halves.size / 2;
        }

        UUID id(int row) {
            return new UUID(halves.get(2 * row), halves.get(2 * row + 1));
        }

        @Override
        String get(int row) {
            return id(row).toString();
        }

        @Override
        byte[] bytes(int row) {
            return get(row).getBytes(UTF_8);
        }

        @Override
        Texts withId(long high, long low) {
            halves.add(high);
            halves.add(low);
            return this;
        }

        @Override
        Texts with(byte[] utf8, int from, int to) {
            if (!isId(utf8, from, to)) {
                return new Packed().withAll(this).with(utf8, from, to);
            }
            UUID id = UUID.fromString(new String(utf8, from, to - from, UTF_8));
            return withId(id.getMostSignificantBits(), id.getLeastSignificantBits());
        }

        @Override
        Texts withAll(Texts other) {
            if (!(other instanceof Ids ids)) {
                return super.withAll(other);
            }
            halves.addChunks(ids.halves);
            return this;
        }

        @Override
        Texts trimmed() {
            halves = halves.trimmed();
            return this;
        }
    }

    /** Bytes one after the other, in chunks, so that growing copies little. */
    static final class Packed extends Texts {
        private static final int CHUNK_BITS = 18;
        private static final int CHUNK = 1 << CHUNK_BITS;

        private byte[][] chunks = new byte[4][];
        private Longs ends = new Longs();
        private long used;

        @Override
        int size() {
            return ends.size;
        }

        @Override
        String get(int row) {
            long from = row == 0 ? 0 : ends.get(row - 1);
            int offset = (int) (from & CHUNK - 1);
            int length = (int) (ends.get(row) - from);
            if (offset + length <= CHUNK && length > 0) {
                return AnyText.decoded(chunks[(int) (from >> CHUNK_BITS)], offset, offset + length);
            }
            byte[] bytes = bytes(row);
            return AnyText.decoded(bytes, 0, bytes.length);
        }

        @Override
        byte[] bytes(int row) {
            long from = row == 0 ? 0 : ends.get(row - 1);
            byte[] bytes = new byte[Math.toIntExact(ends.get(row) - from)];
            for (int done = 0; done < bytes.length; ) {
                int offset = (int) (from + done & CHUNK - 1);
                int part = Math.min(bytes.length - done, CHUNK - offset);
                System.arraycopy(chunks[(int) (from + done >> CHUNK_BITS)], offset, bytes, done, part);
                done += part;
            }
            return bytes;
        }

        @Override
        Texts with(byte[] utf8, int from, int to) {
            append(utf8, from, to);
            ends.add(used);
            return this;
        }

        @Override
        Texts withAll(Texts other) {
            if (!(other instanceof Packed packed)) {
                return super.withAll(other);
            }
            long before = used;
            for (long done = 0; done < packed.used; done += CHUNK) {
                append(packed.chunks[(int) (done >> CHUNK_BITS)], 0, (int) Math.min(CHUNK, packed.used - done));
            }
            for (int row = 0; row < packed.size(); row++) {
                ends.add(before + packed.ends.get(row));
            }
            return this;
        }

        private void append(byte[] utf8, int from, int to) {
            for (int at = from; at < to; ) {
                int chunk = (int) (used >> CHUNK_BITS);
                int offset = (int) (used & CHUNK - 1);
                if (chunk == chunks.length) {
                    chunks = Arrays.copyOf(chunks, chunk * 2);
                }
                if (offset == 0) {
                    chunks[chunk] = new byte[CHUNK];
                }
                int part = Math.min(to - at, CHUNK - offset);
                System.arraycopy(utf8, at, chunks[chunk], offset, part);
                used += part;
                at += part;
            }
        }

        @Override
        Texts trimmed() {
            ends = ends.trimmed();
            int last = (int) (used >> CHUNK_BITS);
            if (last < chunks.length && chunks[last] != null) {
                chunks[last] = Arrays.copyOf(chunks[last], (int) (used & CHUNK - 1));
            }
            return this;
        }
    }
}
