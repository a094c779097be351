package io.earshot.launch;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but their owner may read. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** What to create such a file with; nothing where the file system knows no POSIX permissions. */
    static FileAttribute<?>[] file(Path path) {
        return permissions(path, "rw-------");
    }

    /** The same for a folder, and so for all that is in it. */
    static FileAttribute<?>[] folder(Path path) {
        return permissions(path, "rwx------");
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
