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
 * @param phase          what is being done, in words
 * @param phaseProgress  part of the phase that is done, from 0 to 1
 * @param rows           that the phase has gone through; absent if it doesn't go by rows
 * @param rowsTotal      that the phase goes through
 * @param secondsLeft    an estimate, if all goes on as it went so far; absent at the beginning and at the end
 * @param failure        why it failed; absent otherwise
 * @param workbookBytes  the workbook's size; absent until done
 * @param workbookSha256 in hexadecimal; absent until done
 * @param reused         true in the answer to a request that this report, made before, is the answer to
 * @param reuses         how often it was the answer to a later request
 * @param reusedAt       when it was so last
 * @param expiredAt      when retention removed the result
 * @param schedule       that asked for it; absent if somebody did
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
        double phaseProgress,
        @Nullable Long rows,
        @Nullable Long rowsTotal,
        @Nullable Long secondsLeft,
        @Nullable String failure,
        @Nullable Long workbookBytes,
        @Nullable String workbookSha256,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean reused,
        int reuses,
        @Nullable Instant reusedAt,
        @Nullable Instant expiredAt,
        @Nullable UUID schedule) {
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

    /** The same, as the answer to a later request. */
    Report answeringAgain() {
        return new Report(
                id,
                questionnaire,
                version,
                definition,
                definitionHash,
                status,
                progress,
                phase,
                phaseProgress,
                rows,
                rowsTotal,
                secondsLeft,
                failure,
                workbookBytes,
                workbookSha256,
                createdAt,
                startedAt,
                finishedAt,
                true,
                reuses,
                reusedAt,
                expiredAt,
                schedule);
    }
}
