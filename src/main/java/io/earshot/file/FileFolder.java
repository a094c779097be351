package io.earshot.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The bytes of uploads, each in a file that is named by its id and nothing else. */
@Singleton
final class FileFolder {
    private final Path folder;

    FileFolder(FileSettings settings) {
        folder = settings.folder().toAbsolutePath();
    }

    /** A new empty file on the same disk, to be given to {@link #keep}. */
    Path fresh() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "upload-", ".part");
    }

    /** Durable when it returns. */
    void keep(UUID id, Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path target = path(id);
        Files.createDirectories(target.getParent());
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws NoSuchFileException if it was deleted */
    InputStream open(UUID id) throws IOException {
        return Files.newInputStream(path(id));
    }

    /** Nothing happens if it is gone already. */
    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + id + " can't be deleted", e);
        }
    }

    // By its last characters, for the first ones of ids that follow each other in time are the same.
    private Path path(UUID id) {
        String name = id.toString();
        return folder.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
