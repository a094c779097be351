package io.earshot.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A folder, with a file for each upload that is named by its id and nothing else. */
final class FileFolder implements FileStore {
    private final Path folder;

    FileFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    // On the disk of the folder, so that keeping it is a rename.
    @Override
    public Path fresh() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "upload-", ".part");
    }

    @Override
    public void keep(UUID id, Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path target = path(id);
        Files.createDirectories(target.getParent());
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        return Files.newInputStream(path(id));
    }

    @Override
    public void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + id + " can't be deleted", e);
        }
    }

    private Path path(UUID id) {
        return folder.resolve(FileStore.name(id));
    }
}
