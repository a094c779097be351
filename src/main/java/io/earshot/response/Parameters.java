package io.earshot.response;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads parameters of addresses; what can't be read is a Problem 400 that names the parameter. */
final class Parameters {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private Parameters() {}

    static UUID id(String name, String value) {
        return Fields.parsedId(value).orElseThrow(() -> refused(name, value, "must be a UUID"));
    }

    static @Nullable Integer version(@Nullable Integer value) {
        if (value != null && value < 1) {
            throw refused("version", value, "must be 1 or more");
        }
        return value;
    }

    static int limit(@Nullable Integer value) {
        if (value == null) {
            return PAGE;
        }
        if (value < 1 || value > LARGEST_PAGE) {
            throw refused("limit", value, "must be from 1 to " + LARGEST_PAGE);
        }
        return value;
    }

    static @Nullable ResponseStatus status(@Nullable String value) {
        return value == null
                ? null
                : ResponseStatus.of(value).orElseThrow(() -> refused("status", value, "must be partial or complete"));
    }

    static @Nullable Instant time(String name, @Nullable String value) {
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notATime) {
            throw refused(name, value, "must be a time such as 2026-11-22T09:30:00Z");
        }
    }

    static @Nullable Boolean flag(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name, value, "must be true or false");
        };
    }

    static boolean flag(String name, @Nullable String value, boolean absent) {
        Boolean told = flag(name, value);
        return told == null ? absent : told;
    }

    static @Nullable Cursor cursor(@Nullable String value) {
        return value == null ? null : Cursor.of(value);
    }

    static Problem refused(String name, @Nullable Object value, String rule) {
        String detail = "The parameter " + name + " " + rule + (value == null ? "." : ": " + value);
        return Problem.invalid(List.of(new Fault("", "invalid-parameter", detail)));
    }

    /** @throws Problem 413 if a body has more bytes, 400 if they are not UTF-8 */
    static String text(InputStream body, int mostBytes) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw Problem.of(413, "too-large", "Too large", "The body may have at most " + mostBytes + " bytes.");
        }
        return text(bytes);
    }

    /** @throws Problem 400 if they are not UTF-8 */
    static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What is none became this character; the decoder that tells takes many times as long.
        return text.indexOf('\uFFFD') < 0 ? text : strictly(bytes);
    }

    private static String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The body is not UTF-8.");
        }
    }
}
