package io.earshot.file;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The store that the configuration names. */
@Dependent
class FileStores {
    // The client of object stores is loaded only where there is one.
    @Produces
    @Singleton
    FileStore store(FileSettings settings) {
        return settings.s3()
                .bucket()
                .<FileStore>map(bucket -> FileBucket.of(bucket, settings.s3()))
                .orElseGet(() -> new FileFolder(settings.folder()));
    }
}
