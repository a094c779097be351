package io.earshot.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder with all that Earshot keeps, held by one process at a time. The operating system gives the lock back when the
 * process ends, however it ends, so nobody has to clean up after a crash.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** @throws StartRefused if the folder can't be made or written, or another process holds it */
    static DataFolder hold(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.getParent());
            if (!Files.exists(folder)) {
                Files.createDirectory(folder, OwnerOnly.folder(folder));
            }
            FileChannel lockFile = FileChannel.open(
                    folder.resolve("earshot.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                String holder = read(lockFile);
                lockFile.close();
                throw new StartRefused("The data folder " + folder + " is in use by another Earshot"
                        + (holder.isBlank() ? "" : " (process " + holder.strip() + ")")
                        + "; stop that one, or name another folder with EARSHOT_DATA_DIR.");
            }
            lockFile.truncate(0);
            lockFile.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
            return new DataFolder(folder, lockFile);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + folder + " can't be written (" + e
                            + "); mend its permissions, or name another with EARSHOT_DATA_DIR.",
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        file.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), UTF_8);
    }
}
