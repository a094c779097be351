package io.earshot.response;

import io.earshot.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of a list, or an export that broke off, ended: the time and id of its last item, in the list's order. Also
 * read as {@code <receivedAt>,<id>}, which every line of an export holds.
 */
record Cursor(Instant receivedAt, UUID id) {

    /** @throws Problem 400 if it isn't one that a list has given */
    static Cursor of(String text) {
        try {
            String[] parts = text.indexOf(',') >= 0
                    ? text.strip().split(",", 2)
                    : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 2);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            // Told below.
        }
        throw Problem.malformed("The cursor " + text + " is not one that this list has given; start without one.");
    }

    @Override
    public String toString() {
        byte[] text = (receivedAt + " " + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
