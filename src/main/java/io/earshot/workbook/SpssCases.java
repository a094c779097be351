package io.earshot.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The rows of an SPSS file, compressed by its byte codes: eight codes, then the values that have none of their own. A code
 * from 1 to 251 is the whole number of so much more than -100, 253 a value that follows, 254 eight blanks, 255 system-missing.
 */
final class SpssCases implements SpssVariable.Value {
    /** What is taken from a code to get its number. */
    static final double BIAS = 100;

    private static final int FOLLOWS = 253;
    private static final int BLANKS = 254;
    private static final int SYSTEM_MISSING = 255;
    private static final int LARGEST_CODE = 251;

    private final OutputStream out;
    private final ByteBuffer codes = ByteBuffer.allocate(8);
    private final ByteBuffer values = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    private SpssVariable variable;

    SpssCases(OutputStream out, SpssVariable first) {
        this.out = out;
        this.variable = first;
    }

    void write(int row, SpssVariable of) {
        variable = of;
        of.cell().write(row, this);
    }

    @Override
    public void number(double number) {
        double code = number + BIAS;
        // A negative zero is none of the whole numbers that a code says.
        if (code >= 1 && code <= LARGEST_CODE && code == Math.rint(code) && !(number == 0 && 1 / number < 0)) {
            code((int) code);
        } else {
            values.putDouble(number);
            code(FOLLOWS);
        }
    }

    @Override
    public void nothing() {
        code(SYSTEM_MISSING);
    }

    /** Bytes beyond the variable's width would be lost, and are refused. */
    @Override
    public void text(byte[] utf8) {
        if (utf8.length > variable.width()) {
            throw new IllegalArgumentException(
                    "%s takes %d bytes, not %d".formatted(variable.name(), variable.width(), utf8.length));
        }
        int at = 0;
        for (int segment = 0; segment < variable.segments(); segment++) {
            int last = variable.segments() - 1;
            int end = segment < last ? Math.min(utf8.length, at + 255) : utf8.length;
            int padded = (variable.segmentWidth(segment) + 7) / 8 * 8;
            for (int i = 0; i < padded; i += 8) {
                block(utf8, Math.min(end, at + i), Math.min(end, at + i + 8));
            }
            at = end;
        }
    }

    /** Writes what has not filled eight codes yet. */
    void finish() {
        while (codes.position() > 0) {
            code(0);
        }
    }

    private void block(byte[] bytes, int from, int to) {
        byte[] block = new byte[8];
        Arrays.fill(block, (byte) ' ');
        System.arraycopy(bytes, from, block, 0, to - from);
        boolean blank = true;
        for (byte b : block) {
            blank &= b == ' ';
        }
        if (blank) {
            code(BLANKS);
        } else {
            values.put(block);
            code(FOLLOWS);
        }
    }

    private void code(int code) {
        codes.put((byte) code);
        if (!codes.hasRemaining()) {
            try {
                out.write(codes.array());
                out.write(values.array(), 0, values.position());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            codes.clear();
            values.clear();
        }
    }
}
