package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is told of something that was refused.
 *
 * @param kind     {@code response} for what a client sent, {@code import} for a row of a file
 * @param response the id it was sent under; null for a row of a file
 * @param body     exactly as sent; for a row of a file, a JSON object of column to cell
 */
public record QuarantineItem(
        UUID id,
        String kind,
        @Nullable UUID response,
        @Nullable String questionnaire,
        @Nullable Integer version,
        String body,
        @JsonRawValue @Schema(implementation = io.earshot.problem.Fault[].class) String faults,
        Instant receivedAt) {

    /** @param next the cursor of the next page; null on the last one */
    public record Page(List<QuarantineItem> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    static QuarantineItem of(ResultSet row) throws SQLException {
        return new QuarantineItem(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("response_id", UUID.class),
                row.getString("questionnaire"),
                row.getObject("version", Integer.class),
                row.getString("body"),
                row.getString("faults"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
