package io.earshot.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A file that is written once and read once, and is gone with its process however that ends: it loses its name as soon as
 * it is open (on Windows when it is closed, which the system does for a dead process).
 */
final class ScratchFile implements Closeable {
    private final FileChannel channel;
    private String sha256 = "";
    private long bytes;

    private ScratchFile(FileChannel channel) {
        this.channel = channel;
    }

    static ScratchFile open() throws IOException {
        Path path = Files.createTempFile("earshot-report-", ".xlsx");
        return new ScratchFile(FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    interface Content {
        void to(OutputStream out) throws IOException;
    }

    void write(Content content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), digest);
            content.to(out);
            out.flush();
            bytes = channel.size();
            sha256 = HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** From its beginning; closing the stream closes nothing. */
    InputStream read() throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }

    /** How many were written. */
    long bytes() {
        return bytes;
    }

    /** Of what was written, in hexadecimal. */
    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
