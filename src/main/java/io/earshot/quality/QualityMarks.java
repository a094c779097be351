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
     * @param untimedFrom the first transaction whose changes of responses received at no time of their day, which no order of
     *     receipt tells to be new, have not all been judged
     */
    record Mark(Instant receivedAt, UUID response, boolean speedJudged, long untimedFrom) {
        static final Mark START = new Mark(Instant.EPOCH, new UUID(0, 0), false, 0);

        /** From the beginning, but for those received at no time. */
        Mark anew() {
            return new Mark(START.receivedAt, START.response, START.speedJudged, untimedFrom);
        }

        Mark untimedFrom(long transaction) {
            return new Mark(receivedAt, response, speedJudged, transaction);
        }
    }

    /** The oldest transaction that is still running: what is not seen now comes from it or from a later one. */
    long running(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Long.parseLong(row.getString(1));
        }
    }

    Mark of(Connection connection, UUID workspace, UUID questionnaire) throws SQLException {
        String sql =
                """
                select received_at, response_id, speed_judged, untimed_from::text from quality_mark
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
                                row.getBoolean("speed_judged"),
                                Long.parseLong(row.getString("untimed_from")))
                        : Mark.START;
            }
        }
    }

    void set(Connection connection, UUID workspace, UUID questionnaire, Mark mark) throws SQLException {
        String sql =
                """
                insert into quality_mark (workspace_id, questionnaire_id, received_at, response_id, speed_judged, untimed_from)
                values (?, ?, ?, ?, ?, ?::text::xid8)
                on conflict (workspace_id, questionnaire_id) do update set received_at = excluded.received_at,
                    response_id = excluded.response_id, speed_judged = excluded.speed_judged,
                    untimed_from = excluded.untimed_from""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, workspace);
            upsert.setObject(2, questionnaire);
            upsert.setObject(3, mark.receivedAt().atOffset(ZoneOffset.UTC));
            upsert.setObject(4, mark.response());
            upsert.setBoolean(5, mark.speedJudged());
            upsert.setString(6, Long.toString(mark.untimedFrom()));
            upsert.executeUpdate();
        }
    }
}
