package io.earshot.prompt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire placed in an app, and whether it is being shown.
 *
 * @param revision grows with every change; what {@code ETag} and {@code If-Match} speak of
 */
public record Prompt(
        UUID id,
        UUID workspace,
        PromptDefinition definition,
        Status status,
        int revision,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt) {
    public Prompt {
        requireNonNull(id, "id");
        requireNonNull(workspace, "workspace");
        requireNonNull(definition, "definition");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
    }

    /** From draft to running and stopped, and from stopped to running again. */
    public enum Status {
        DRAFT,
        RUNNING,
        STOPPED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
