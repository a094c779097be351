package io.earshot.response;

import io.earshot.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the feed of changes. @param transaction PostgreSQL's 64-bit transaction id, in digits */
record ChangeCursor(String transaction, UUID id) {
    static final UUID BEFORE_ALL_IDS = new UUID(0, 0);
    static final ChangeCursor START = new ChangeCursor("0", BEFORE_ALL_IDS);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,19}) ([0-9a-f-]{36})");

    /** @throws Problem 400 if it isn't one that the feed has given */
    static ChangeCursor of(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (form.matches()) {
                return new ChangeCursor(form.group(1), UUID.fromString(form.group(2)));
            }
        } catch (IllegalArgumentException notOurs) {
            // Told below.
        }
        throw Problem.malformed("The cursor " + text + " is not one that the feed has given; start without one.");
    }

    @Override
    public String toString() {
        byte[] text = (transaction + " " + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
