package io.earshot.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The key that all rows about one respondent of one workspace share and are distributed by. It tells nothing about the
 * respondent, and the same id in another workspace is another key.
 *
 * @param value the first 16 bytes of SHA-256 over {@code workspace + ":" + respondent} in UTF-8
 */
public record RespondentKey(UUID value) {

    /** @param respondent the id by which the app knows the respondent; not empty */
    public static RespondentKey of(UUID workspace, String respondent) {
        if (respondent.isEmpty()) {
            throw new IllegalArgumentException("respondent must not be empty");
        }
        byte[] text = (workspace + ":" + respondent).getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text));
        return new RespondentKey(new UUID(digest.getLong(), digest.getLong()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
