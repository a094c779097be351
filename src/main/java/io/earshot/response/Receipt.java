package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told about its write: what is stored now, of what it sent itself. Who holds a response's id and its
 * respondent is its author; device metadata and what was derived from them are not told.
 *
 * @param quotaFull the quotas that had no place left for it; absent if it found its places
 * @param ignored why nothing was changed; absent if it was
 */
public record Receipt(
        UUID id,
        UUID questionnaire,
        int version,
        int sequence,
        ResponseStatus status,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String answers,
        @Nullable Instant submittedAt,
        Instant receivedAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> quotaFull,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ignored) {

    static Receipt of(Written written) {
        StoredResponse stored = written.response();
        return new Receipt(
                stored.id(),
                stored.questionnaire(),
                stored.version(),
                stored.sequence(),
                stored.status(),
                stored.answers(),
                stored.submittedAt(),
                stored.receivedAt(),
                stored.overQuota(),
                written.outcome().ignored());
    }
}
