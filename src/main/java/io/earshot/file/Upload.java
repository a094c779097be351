package io.earshot.file;

import io.earshot.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came in one upload, as it was found to be.
 *
 * @param digest SHA-256 of the bytes
 */
record Upload(MediaType type, long bytes, byte[] digest) {
    /** The most that any question may ask for. */
    static final long LARGEST = 20L << 20;

    /**
     * Writes the bytes to a file as they come.
     *
     * @param declared the media type that the client says it is; null or {@code application/octet-stream} says nothing
     * @throws Problem 400 if there are none, 413 if they are too many, 415 if they are of no kind that is taken or of
     *     another than declared
     */
    static Upload receive(InputStream content, @Nullable String declared, Path target) throws IOException {
        byte[] head = content.readNBytes(MediaType.HEAD);
        if (head.length == 0) {
            throw Problem.malformed("The body is empty; send the file's bytes as they are.");
        }
        MediaType type = type(head, declared);
        MessageDigest digest = newDigest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            out.write(head);
            long bytes = head.length;
            byte[] buffer = new byte[1 << 14];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > LARGEST) {
                    throw Problem.of(
                            413, "too-large", "The file is too large", "A file may have " + LARGEST + " bytes.");
                }
                out.write(buffer, 0, read);
            }
            return new Upload(type, bytes, digest.digest());
        }
    }

    private static MediaType type(byte[] head, @Nullable String declared) {
        MediaType type = MediaType.detect(head)
                .orElseThrow(() -> unsupported("The bytes are of no kind of file that is taken: "
                        + Arrays.stream(MediaType.values()).map(one -> one.word).collect(Collectors.joining(", "))
                        + "."));
        String said = declared == null ? "" : declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!said.isEmpty() && !said.equals("application/octet-stream") && !said.equals(type.word)) {
            throw unsupported("Content-Type says " + said + ", but the bytes are " + type.word + ".");
        }
        return type;
    }

    private static Problem unsupported(String detail) {
        return Problem.of(415, "unsupported-file", "This file is not taken", detail);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
