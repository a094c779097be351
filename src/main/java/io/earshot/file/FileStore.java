package io.earshot.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the bytes of uploads are. Both stores name them alike, {@code 7f/018f...7f}, so that a folder that is copied into a
 * bucket is that bucket's content.
 */
interface FileStore {
    /** A new empty file on this machine, to be written and given to {@link #keep}; whoever asked for it deletes it. */
    Path fresh() throws IOException;

    /** Durable when it returns. */
    void keep(UUID id, Path written) throws IOException;

    /** @throws NoSuchFileException if it was deleted */
    InputStream open(UUID id) throws IOException;

    /** Nothing happens if it is gone already. */
    void delete(UUID id);

    // By its last characters, for the first ones of ids that follow each other in time are the same.
    static String name(UUID id) {
        String name = id.toString();
        return name.substring(name.length() - 2) + "/" + name;
    }
}
