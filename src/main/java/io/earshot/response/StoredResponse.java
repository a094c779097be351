package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A response as it is stored and as it leaves. What is JSON in the database stays text here: nobody looks into it on the
 * way out.
 *
 * @param overQuota the quotas that had no place left when it became complete; it doesn't count for any quota then
 */
public record StoredResponse(
        UUID id,
        String respondent,
        UUID questionnaire,
        int version,
        @Nullable UUID exposure,
        int sequence,
        ResponseStatus status,
        @Nullable String language,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String answers,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String presented,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String timings,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String context,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String consent,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String quality,
        boolean test,
        List<String> overQuota,
        @Nullable Instant startedAt,
        @Nullable Instant submittedAt,
        Instant receivedAt) {

    static final String COLUMNS = "id, respondent, questionnaire_id, version, exposure_id, sequence, status, language,"
            + " answers, presented, timings, context, consent, quality, test, over_quota, started_at, submitted_at, received_at";

    /** The same columns for a query in which the table has another name or others stand beside it. */
    static String columnsOf(String table) {
        return Stream.of(COLUMNS.split(", ?"))
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }

    static StoredResponse of(ResultSet row) throws SQLException {
        return new StoredResponse(
                row.getObject("id", UUID.class),
                row.getString("respondent"),
                row.getObject("questionnaire_id", UUID.class),
                row.getInt("version"),
                row.getObject("exposure_id", UUID.class),
                row.getInt("sequence"),
                ResponseStatus.of(row.getString("status")).orElseThrow(),
                row.getString("language"),
                row.getString("answers"),
                row.getString("presented"),
                row.getString("timings"),
                row.getString("context"),
                row.getString("consent"),
                row.getString("quality"),
                row.getBoolean("test"),
                List.of((String[]) row.getArray("over_quota").getArray()),
                time(row, "started_at"),
                time(row, "submitted_at"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /** The same, marked with the quotas that had no place left for it. */
    StoredResponse overQuota(List<String> marks) {
        return new StoredResponse(
                id,
                respondent,
                questionnaire,
                version,
                exposure,
                sequence,
                status,
                language,
                answers,
                presented,
                timings,
                context,
                consent,
                quality,
                test,
                marks,
                startedAt,
                submittedAt,
                receivedAt);
    }

    /** The same under another id. */
    StoredResponse as(UUID other) {
        return new StoredResponse(
                other,
                respondent,
                questionnaire,
                version,
                exposure,
                sequence,
                status,
                language,
                answers,
                presented,
                timings,
                context,
                consent,
                quality,
                test,
                overQuota,
                startedAt,
                submittedAt,
                receivedAt);
    }

    Cursor cursor() {
        return new Cursor(receivedAt, id);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
