package io.earshot.dataset;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * Rows that PostgreSQL sends in the binary form of {@code COPY}, one at a time; memory is that of a row.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">Binary format</a>
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    /** Of 2000-01-01, from which PostgreSQL counts time. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private final CopyOut copy;
    private final int[] starts;
    private final int[] lengths;
    private byte[] buffer = {};
    private int at;
    // Where the row begins; fields' places count from there.
    private int row;

    BinaryCopy(CopyOut copy, int fields) throws SQLException {
        this.copy = copy;
        this.starts = new int[fields];
        this.lengths = new int[fields];
        need(SIGNATURE.length + 8);
        if (!Arrays.equals(buffer, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalStateException("PostgreSQL sends COPY in a form that is not known");
        }
        at += SIGNATURE.length + 4;
        int extension = wholeNumber(at);
        at += 4;
        need(extension);
        at += extension;
    }

    /** Goes to the next row; false after the last. */
    boolean next() throws SQLException {
        row = at;
        need(2);
        int count = (short) (buffer[at] << 8 | buffer[at + 1] & 0xFF);
        at += 2;
        if (count < 0) {
            while (copy.readFromCopy() != null) {
                // Nothing comes but the end.
            }
            return false;
        }
        if (count != starts.length) {
            throw new IllegalStateException("a row of " + count + " fields instead of " + starts.length);
        }
        for (int field = 0; field < count; field++) {
            need(4);
            int length = wholeNumber(at);
            at += 4;
            starts[field] = at - row;
            lengths[field] = length;
            if (length > 0) {
                need(length);
                at += length;
            }
        }
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int start(int field) {
        return row + starts[field];
    }

    int end(int field) {
        return row + starts[field] + Math.max(0, lengths[field]);
    }

    boolean isNull(int field) {
        return lengths[field] < 0;
    }

    long number(int field) {
        return number(field, 0);
    }

    private long number(int field, int offset) {
        int from = start(field) + offset;
        return (long) wholeNumber(from) << 32 | wholeNumber(from + 4) & 0xFFFF_FFFFL;
    }

    /** The second half of sixteen bytes. */
    long secondNumber(int field) {
        return number(field, 8);
    }

    /** A time in microseconds since 1970. */
    long micros(int field) {
        return Math.addExact(number(field), EPOCH_MICROS);
    }

    private int wholeNumber(int from) {
        return buffer[from] << 24
                | (buffer[from + 1] & 0xFF) << 16
                | (buffer[from + 2] & 0xFF) << 8
                | buffer[from + 3] & 0xFF;
    }

    /** Makes as many bytes be there from {@link #at} on. */
    private void need(int bytes) throws SQLException {
        while (buffer.length - at < bytes) {
            byte @Nullable [] more = copy.readFromCopy();
            if (more == null) {
                throw new IllegalStateException("PostgreSQL's COPY ended in the middle of a row");
            }
            if (row == buffer.length) {
                buffer = more;
            } else {
                // A row that comes in pieces.
                byte[] whole = Arrays.copyOfRange(buffer, row, buffer.length + more.length);
                System.arraycopy(more, 0, whole, buffer.length - row, more.length);
                buffer = whole;
            }
            at -= row;
            row = 0;
        }
    }
}
