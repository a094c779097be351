package io.earshot.file;

import java.util.UUID;

/**
 * An upload.
 *
 * @param mediaType by its content
 */
public record StoredFile(UUID id, String mediaType, long bytes) {}
