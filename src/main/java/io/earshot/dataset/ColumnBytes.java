package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Columns as bytes: for each, which rows are missing and why, and then what the others hold. What a column is called and may hold
 * is not among them.
 */
final class ColumnBytes {
    private static final Missing[] KINDS = Missing.values();
    private static final int PRESENT = -1;
    private static final int BLOCK = 1 << 12;
    // In place of how many texts a column's rows are numbers of.
    private static final int NOT_NUMBERED = -1;
    // As many texts have numbers of one byte.
    private static final int BYTES = 1 << Byte.SIZE;

    private ColumnBytes() {}

    static void write(Column column, GrowingBytes out) {
        column.cases(new Writing(out));
    }

    /**
     * Reads what {@link #write} wrote of a column of the same variable.
     *
     * @throws IllegalArgumentException or {@link BufferUnderflowException} if the bytes are something else
     */
    static Column read(Column like, ByteBuffer in, int rows) {
        return like.cases(new Reading(in, rows));
    }

    private record Writing(GrowingBytes out) implements Column.Cases<GrowingBytes> {
        /** Runs of rows that are there or are missing for one reason, and then the values of the first. */
        private GrowingBytes each(Column column, IntConsumer value) {
            int rows = column.rows();
            boolean isWhole = column.missing() == 0;
            for (int row = 0; row < rows; ) {
                int kind = kind(column, row);
                int end = isWhole ? rows : row + 1;
                while (end < rows && kind(column, end) == kind) {
                    end++;
                }
                out.putByte(kind).putInt(end - row);
                for (int at = row; kind == PRESENT && at < end; at++) {
                    value.accept(at);
                }
                row = end;
            }
            return out;
        }

        private static int kind(Column column, int row) {
            return column.isMissing(row) ? column.missing(row).orElseThrow().ordinal() : PRESENT;
        }

        @Override
        public GrowingBytes coded(CodedColumn column) {
            boolean small = column.codes().size() <= Byte.MAX_VALUE;
            int[] indices = new int[BLOCK];
            byte[] bytes = new byte[BLOCK];
            for (int from = 0; from < column.rows(); from += BLOCK) {
                int size = Math.min(BLOCK, column.rows() - from);
                column.indices(from, size, indices);
                for (int i = 0; i < size; i++) {
                    if (small) {
                        bytes[i] = (byte) indices[i];
                    } else {
                        out.putInt(indices[i]);
                    }
                }
                if (small) {
                    out.put(bytes, size);
                }
            }
            return out;
        }

        @Override
        public GrowingBytes multiple(MultipleColumn column) {
            return each(column, row -> {
                for (int index = 0; index < column.codes().size(); index += Byte.SIZE) {
                    int bits = 0;
                    for (int bit = 0;
                            bit < Byte.SIZE && index + bit < column.codes().size();
                            bit++) {
                        bits |= column.chose(row, index + bit) ? 1 << bit : 0;
                    }
                    out.putByte(bits);
                }
            });
        }

        @Override
        public GrowingBytes number(NumberColumn column) {
            return each(column, row -> out.putLong(Double.doubleToRawLongBits(column.score(row))));
        }

        @Override
        public GrowingBytes text(TextColumn column) {
            if (column.few().isPresent()) {
                return numbered(column, column.few().orElseThrow());
            }
            out.putInt(NOT_NUMBERED);
            return each(column, row -> text(column.utf8(row)));
        }

        private GrowingBytes numbered(TextColumn column, Texts.Few few) {
            List<byte[]> words = few.dictionary().entries();
            out.putInt(words.size());
            words.forEach(this::text);
            Codes numbers = few.numbers();
            return words.size() <= BYTES
                    ? each(column, row -> out.putByte(numbers.get(row)))
                    : each(column, row -> out.putInt(numbers.get(row)));
        }

        private void text(byte[] utf8) {
            out.putInt(utf8.length).put(utf8);
        }

        @Override
        public GrowingBytes date(DateColumn column) {
            return each(column, row -> out.putInt(column.day(row)));
        }

        @Override
        public GrowingBytes time(TimeColumn column) {
            return each(column, row -> out.putLong(column.micros(row)));
        }
    }

    private record Reading(ByteBuffer in, int rows) implements Column.Cases<Column> {
        private interface MissingRow {
            void of(Missing kind);
        }

        private void each(Runnable value, MissingRow missing) {
            for (int row = 0; row < rows; ) {
                int kind = in.get();
                int count = in.getInt();
                if (count < 1 || count > rows - row || kind < PRESENT || kind >= KINDS.length) {
                    throw new IllegalArgumentException("a run of " + count + " rows of kind " + kind + " at " + row);
                }
                for (int i = 0; i < count; i++) {
                    if (kind == PRESENT) {
                        value.run();
                    } else {
                        missing.of(KINDS[kind]);
                    }
                }
                row += count;
            }
        }

        @Override
        public Column coded(CodedColumn column) {
            CodedColumn.Builder builder = CodedColumn.builder(column.variable());
            int codes = column.codes().size();
            for (int row = 0; row < rows; row++) {
                int index = codes <= Byte.MAX_VALUE ? in.get() : in.getInt();
                if (index >= 0) {
                    builder.addAt(index);
                } else if (-1 - index < KINDS.length) {
                    builder.addMissing(KINDS[-1 - index]);
                } else {
                    throw new IllegalArgumentException("a row can't be missing by " + index);
                }
            }
            return builder.build();
        }

        @Override
        public Column multiple(MultipleColumn column) {
            MultipleColumn.Builder builder = MultipleColumn.builder(column.variable());
            int codes = column.codes().size();
            int[] chosen = new int[codes];
            each(
                    () -> {
                        int count = 0;
                        for (int index = 0; index < codes; index += Byte.SIZE) {
                            int bits = in.get();
                            for (int bit = 0; bit < Byte.SIZE && index + bit < codes; bit++) {
                                if ((bits >> bit & 1) != 0) {
                                    chosen[count++] = index + bit;
                                }
                            }
                        }
                        builder.addIndices(chosen, count);
                    },
                    builder::addMissing);
            return builder.build();
        }

        @Override
        public Column number(NumberColumn column) {
            NumberColumn.Builder builder = NumberColumn.builder(column.variable());
            each(() -> builder.add(Double.longBitsToDouble(in.getLong())), builder::addMissing);
            return builder.build();
        }

        @Override
        public Column text(TextColumn column) {
            int words = in.getInt();
            if (words != NOT_NUMBERED) {
                return numbered(column, words);
            }
            TextColumn.Builder builder = TextColumn.builder(column.variable());
            each(
                    () -> {
                        int length = length();
                        builder.add(in.array(), in.position(), in.position() + length);
                        in.position(in.position() + length);
                    },
                    builder::addMissing);
            return builder.build();
        }

        private Column numbered(TextColumn column, int count) {
            if (count < 0 || count > in.remaining()) {
                throw new IllegalArgumentException("there can't be " + count + " texts");
            }
            List<byte[]> words = new ArrayList<>();
            for (int word = 0; word < count; word++) {
                byte[] utf8 = new byte[length()];
                in.get(utf8);
                words.add(utf8);
            }
            Codes numbers = Codes.upTo(count);
            Absences absences = new Absences();
            each(
                    () -> {
                        int number = count <= BYTES ? in.get() & 0xFF : in.getInt();
                        if (number < 0 || number >= count) {
                            throw new IllegalArgumentException("there is no text " + number);
                        }
                        numbers.add(number);
                    },
                    kind -> {
                        absences.set(numbers.size, kind);
                        numbers.add(-1);
                    });
            return TextColumn.numbered(column.variable(), words, numbers, absences);
        }

        private int length() {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("a text can't have " + length + " bytes");
            }
            return length;
        }

        @Override
        public Column date(DateColumn column) {
            DateColumn.Builder builder = DateColumn.builder(column.variable());
            each(() -> builder.addDay(in.getInt()), builder::addMissing);
            return builder.build();
        }

        @Override
        public Column time(TimeColumn column) {
            TimeColumn.Builder builder = TimeColumn.builder(column.variable());
            each(() -> builder.add(in.getLong()), builder::addMissing);
            return builder.build();
        }
    }

    /** A column that only data know of, with its name and whether it holds numbers or words. */
    static void writeNamed(Column column, GrowingBytes out) {
        byte[] name = column.name().getBytes(UTF_8);
        out.putInt(name.length).put(name).putByte(column instanceof NumberColumn ? 1 : 0);
        write(column, out);
    }

    static Column readNamed(ByteBuffer in, int rows) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a name can't have " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        String name = new String(bytes, UTF_8);
        boolean numbers = in.get() == 1;
        Variable variable = Variable.of(name, name, Text.of(name), numbers ? Measure.SCALE : Measure.TEXT);
        return read(
                numbers
                        ? NumberColumn.builder(variable).build()
                        : TextColumn.builder(variable).build(),
                in,
                rows);
    }
}
