package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import that goes on by itself.
 *
 * @param status   queued, running, done, failed or cancelled; unless it is done, nothing is stored
 * @param progress share of the file that has been read, from 0 to 1
 * @param rows     read so far
 * @param rejected of these
 * @param result   when it is done: as of an import that is waited for
 * @param failure  when it has failed: why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportJob(
        UUID id,
        UUID questionnaire,
        int version,
        String status,
        double progress,
        long rows,
        long rejected,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String result,
        @Nullable String failure) {}
