package io.earshot.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, as {@code Range: bytes=...} asks for it (RFC 9110, section 14).
 *
 * @param first the first byte's position, from 0
 * @param last  the last byte's position, within the file
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("a range goes from 0 or more to no less: " + first + " to " + last);
        }
    }

    long length() {
        return last - first + 1;
    }

    /**
     * What a header asks for.
     *
     * @return empty if it asks for the whole file, for several ranges or for something unknown, which a server may answer
     *     with the whole
     * @throws Unsatisfiable if no byte of it is in the file
     */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            long suffix = Long.parseLong(last);
            if (suffix == 0 || size == 0) {
                throw unsatisfiable(header, size);
            }
            return Optional.of(new ByteRange(Math.max(0, size - suffix), size - 1));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return Optional.empty();
        }
        if (from >= size) {
            throw unsatisfiable(header, size);
        }
        return Optional.of(new ByteRange(from, to));
    }

    /** None of the bytes asked for is in the file. */
    static final class Unsatisfiable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsatisfiable(String message) {
            super(message);
        }
    }

    private static Unsatisfiable unsatisfiable(@Nullable String header, long size) {
        return new Unsatisfiable("The file has " + size + " bytes, and none of them is in " + header + ".");
    }
}
