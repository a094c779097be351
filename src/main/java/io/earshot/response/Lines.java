package io.earshot.response;

import io.earshot.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, none of which may fill the memory. */
final class Lines {
    private static final int LONGEST = 4_000_000;

    private final Reader text;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long number;

    Lines(Reader text) {
        this.text = text;
    }

    /** Of the line that was read last; the first is 1. */
    long number() {
        return number;
    }

    /** Without its end; null after the last one. @throws Problem 400 if it has more than 4,000,000 characters */
    @Nullable
    String next() throws IOException {
        StringBuilder line = null;
        while (true) {
            if (at == end) {
                end = text.read(buffer);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return line == null ? null : finished(line.toString());
                }
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end && line == null) {
                return finished(new String(buffer, from, at++ - from));
            }
            line = line == null ? new StringBuilder() : line;
            line.append(buffer, from, at - from);
            if (line.length() > LONGEST) {
                throw Problem.malformed(
                        "Line " + (number + 1) + " has more than " + LONGEST + " characters, nothing was imported.");
            }
            if (at < end) {
                at++;
                return finished(line.toString());
            }
        }
    }

    private String finished(String line) {
        number++;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
