package io.earshot.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** SHA-256 of texts: for keys, samples and tags that must come out the same wherever they are computed. */
public final class Sha256 {
    private Sha256() {}

    /** The first half of the digest, for a key; not of a version that UUIDs of others have. */
    public static UUID half(String text) {
        ByteBuffer digest = ByteBuffer.wrap(of(text));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** The 32 bytes of the digest of the text in UTF-8. */
    public static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
