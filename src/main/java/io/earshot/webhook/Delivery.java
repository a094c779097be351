package io.earshot.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a webhook.
 *
 * @param status  waiting, delivered, dead (no attempt is left) or gone (what it was about is there no more)
 * @param log     the attempts, the last first: at, status or failure, milliseconds
 * @param nextAt  when a waiting one is tried
 */
public record Delivery(
        UUID id,
        String type,
        String status,
        int attempts,
        @JsonRawValue @Schema(type = SchemaType.ARRAY) String log,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant finishedAt) {}
