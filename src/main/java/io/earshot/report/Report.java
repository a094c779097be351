package io.earshot.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a definition.
 *
 * @param definition     the definition's name
 * @param definitionHash SHA-256 of the definition, in hexadecimal
 * @param progress       part done, from 0 to 1
 * @param phase          what is being done, as a word
 * @param failure        why it failed; absent otherwise
 * @param workbookBytes  the workbook's size; absent until done
 * @param workbookSha256 in hexadecimal; absent until done
 */
public record Report(
        UUID id,
        UUID questionnaire,
        int version,
        String definition,
        String definitionHash,
        ReportStatus status,
        double progress,
        String phase,
        @Nullable String failure,
        @Nullable Long workbookBytes,
        @Nullable String workbookSha256,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public Report {
        requireNonNull(id, "id");
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(definition, "definition");
        requireNonNull(definitionHash, "definitionHash");
        requireNonNull(status, "status");
        requireNonNull(phase, "phase");
        requireNonNull(createdAt, "createdAt");
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("progress must be from 0 to 1: " + progress);
        }
    }
}
