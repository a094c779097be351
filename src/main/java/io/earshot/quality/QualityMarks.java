package io.earshot.quality;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Up to where each questionnaire's responses have been judged. */
@Singleton
class QualityMarks {
    /**
     * In the order of receipt.
     *
     * @param speedJudged whether there were enough responses to tell who was fast
     */
    record Mark(Instant receivedAt, UUID response, boolean speedJudged) {
        static final Mark START = new Mark(Instant.EPOCH, new UUID(0, 0), false);
    }

    Mark of(Connection connection, UUID workspace, UUID questionnaire) throws SQLException {
        String sql =
                """
                select received_at, response_id, speed_judged from quality_mark
                where workspace_id = ? and questionnaire_id = ?""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Mark(
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("response_id", UUID.class),
                                row.getBoolean("speed_judged"))
                        : Mark.START;
            }
        }
    }

    void set(Connection connection, UUID workspace, UUID questionnaire, Mark mark) throws SQLException {
        String sql =
                """
                insert into quality_mark (workspace_id, questionnaire_id, received_at, response_id, speed_judged)
                values (?, ?, ?, ?, ?)
                on conflict (workspace_id, questionnaire_id) do update set received_at = excluded.received_at,
                    response_id = excluded.response_id, speed_judged = excluded.speed_judged""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, workspace);
            upsert.setObject(2, questionnaire);
            upsert.setObject(3, mark.receivedAt().atOffset(ZoneOffset.UTC));
            upsert.setObject(4, mark.response());
            upsert.setBoolean(5, mark.speedJudged());
            upsert.executeUpdate();
        }
    }
}
