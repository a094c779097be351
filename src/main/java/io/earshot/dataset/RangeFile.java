package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * One range of responses as a file: a head that says of what, in which version of this form and with which checksum, and the
 * columns. It is there whole or not at all.
 */
final class RangeFile {
    /** Of this form, and of how answers become columns: what another one wrote is read again from the database. */
    static final int VERSION = 2;

    private static final long MAGIC = 0x45_41_52_53_48_4F_54_43L;
    private static final long NO_TIME = Long.MIN_VALUE;
    private static final int LONGEST_OF = 1 << 12;
    // What stands before the ids: counts and times.
    private static final int OF_ALL = 5 * Long.BYTES;
    private static final int OTHERS = 2 * Long.BYTES;

    private RangeFile() {}

    /**
     * What a file says of itself.
     *
     * @param of      which database, selection and questionnaire it is of
     * @param horizon the first transaction that its responses may lack
     */
    record Head(String of, long horizon, int rows) {}

    /** A file that can't be used; says why. */
    static final class Unusable extends IOException {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }

        /** Why. */
        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    /** Not forced to the disk: one that a power cut has left in part has not its checksum, and is read again from the database. */
    static void write(Path file, Head head, ResponseRange range) throws IOException {
        GrowingBytes body = new GrowingBytes();
        body.putLong(range.complete())
                .putLong(range.partial())
                .putLong(range.others().rows());
        body.putLong(micros(range.first())).putLong(micros(range.last()));
        Extract extract = range.extract();
        writeIds((TextColumn) extract.identity().get(0), body);
        writeIds(range.others(), body);
        extract.identity().stream().skip(1).forEach(column -> ColumnBytes.write(column, body));
        extract.answers().columns().forEach(column -> ColumnBytes.write(column, body));
        body.putInt(extract.attributes().size());
        extract.attributes().forEach(column -> ColumnBytes.writeNamed(column, body));

        byte[] of = head.of.getBytes(UTF_8);
        GrowingBytes whole = new GrowingBytes();
        whole.putLong(MAGIC)
                .putInt(VERSION)
                .putInt(of.length)
                .put(of)
                .putLong(head.horizon)
                .putInt(head.rows);
        List<ByteBuffer> before = whole.all();
        before.addAll(body.all());
        whole.putLong(checksum(before));
        List<ByteBuffer> parts = whole.all();
        parts.addAll(body.all());

        Path fresh = Files.createTempFile(file.getParent(), "range-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                for (ByteBuffer part : parts) {
                    while (part.hasRemaining()) {
                        channel.write(part);
                    }
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void writeIds(TextColumn ids, GrowingBytes out) {
        for (int row = 0; row < ids.rows(); row++) {
            UUID id = ids.id(row);
            out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
    }

    /** @throws Unusable if it is not such a file, or one of another version */
    static Head head(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = ByteBuffer.allocate(LONGEST_OF);
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // Until there is no more of it.
            }
            return head(start.flip());
        }
    }

    private static Head head(ByteBuffer in) throws Unusable {
        try {
            if (in.getLong() != MAGIC) {
                throw new Unusable("it is no file of columns");
            }
            int version = in.getInt();
            if (version != VERSION) {
                throw new Unusable("it is of version " + version + ", and this Earshot writes " + VERSION);
            }
            int length = in.getInt();
            if (length < 0 || length > LONGEST_OF) {
                throw new Unusable("its head is damaged");
            }
            byte[] of = new byte[length];
            in.get(of);
            return new Head(new String(of, UTF_8), in.getLong(), in.getInt());
        } catch (BufferUnderflowException e) {
            throw new Unusable("it ends in its head");
        }
    }

    /**
     * Reads all of it; empty if one of its responses has changed since.
     *
     * @param like an extract of the same columns
     * @throws Unusable if it is damaged, or not of what is expected
     */
    static Optional<ResponseRange> read(Path file, Head expected, Extract like, ResponseChanges changes)
            throws IOException {
        ByteBuffer in = body(file, expected);
        try {
            return isChanged(in.duplicate(), expected, changes)
                    ? Optional.empty()
                    : Optional.of(range(in, expected.rows, like));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new Unusable("its columns are not those of the questionnaire: " + e.getMessage());
        }
    }

    /** Whether one of its responses has changed since. @throws Unusable if it is damaged */
    static boolean isChanged(Path file, Head expected, ResponseChanges changes) throws IOException {
        return !changes.isEmpty() && isChanged(body(file, expected), expected, changes);
    }

    private static boolean isChanged(ByteBuffer body, Head head, ResponseChanges changes) {
        // One of another version is no row, and counts all the same.
        long others = body.getLong(body.position() + OTHERS);
        body.position(body.position() + OF_ALL);
        for (long row = 0; row < head.rows + others && !changes.isEmpty(); row++) {
            if (changes.last(body.getLong(), body.getLong()) >= head.horizon) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer body(Path file, Head expected) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        Head head = head(in);
        if (!head.equals(expected)) {
            throw new Unusable("it is of something else");
        }
        ByteBuffer before = in.duplicate().flip();
        if (in.remaining() < Long.BYTES || in.getLong() != checksum(List.of(before, in.duplicate()))) {
            throw new Unusable("its checksum is not that of its content");
        }
        return in;
    }

    private static ResponseRange range(ByteBuffer in, int rows, Extract like) {
        long complete = in.getLong();
        long partial = in.getLong();
        long otherCount = in.getLong();
        Optional<Instant> first = time(in.getLong());
        Optional<Instant> last = time(in.getLong());
        List<Column> identity = new ArrayList<>();
        identity.add(ids(in, rows, like.identity().get(0)));
        TextColumn others = ids(in, Math.toIntExact(otherCount), like.identity().get(0));
        identity.addAll(
                columns(in, rows, like.identity().subList(1, like.identity().size())));
        List<Column> answers = columns(in, rows, like.answers().columns());
        List<Column> attributes = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            attributes.add(ColumnBytes.readNamed(in, rows));
        }
        Extract extract = new Extract(identity, new Dataset(rows, answers), attributes);
        return new ResponseRange(extract, complete, partial, others, first, last);
    }

    private static TextColumn ids(ByteBuffer in, int rows, Column like) {
        TextColumn.Builder ids = TextColumn.builder(like.variable());
        for (int row = 0; row < rows; row++) {
            ids.addId(in.getLong(), in.getLong());
        }
        return ids.build();
    }

    private static List<Column> columns(ByteBuffer in, int rows, List<Column> like) {
        List<Column> columns = new ArrayList<>();
        for (Column column : like) {
            columns.add(ColumnBytes.read(column, in, rows));
        }
        return columns;
    }

    private static long checksum(List<ByteBuffer> parts) {
        CRC32C sum = new CRC32C();
        for (ByteBuffer part : parts) {
            sum.update(part);
        }
        return sum.getValue();
    }

    private static long micros(Optional<Instant> time) {
        return time.map(at -> ChronoUnit.MICROS.between(Instant.EPOCH, at)).orElse(NO_TIME);
    }

    private static Optional<Instant> time(long micros) {
        return micros == NO_TIME ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
