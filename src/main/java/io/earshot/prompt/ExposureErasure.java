package io.earshot.prompt;

import io.earshot.workspace.RespondentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Deletes displays and gives the places of quotas back that they hold; in the caller's transaction. */
public final class ExposureErasure {
    private static final String RETURNING = " returning prompt_id, held_until is not null as held";

    private ExposureErasure() {}

    /** All of one respondent. @return how many */
    public static int ofRespondent(Connection connection, UUID workspace, RespondentKey respondent)
            throws SQLException {
        String sql = "delete from exposure where workspace_id = ? and respondent_key = ?" + RETURNING;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, workspace);
            delete.setObject(2, respondent.value());
            return erase(connection, workspace, delete);
        }
    }

    /** Some of those that were received before a time. @return how many; fewer than {@code most} if none is left */
    public static int before(Connection connection, UUID workspace, Instant time, int most) throws SQLException {
        String sql =
                """
                delete from exposure where ctid = any(array(
                    select ctid from exposure where workspace_id = ? and received_at < ? limit ?))"""
                        + RETURNING;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, workspace);
            delete.setObject(2, time.atOffset(ZoneOffset.UTC));
            delete.setInt(3, most);
            return erase(connection, workspace, delete);
        }
    }

    private static int erase(Connection connection, UUID workspace, PreparedStatement delete) throws SQLException {
        Map<QuotaCells.Cell, Integer> held = new HashMap<>();
        int erased = 0;
        try (ResultSet row = delete.executeQuery()) {
            while (row.next()) {
                erased++;
                if (row.getBoolean("held")) {
                    held.merge(QuotaCells.Cell.of(workspace, row.getObject("prompt_id", UUID.class)), 1, Integer::sum);
                }
            }
        }
        if (!held.isEmpty()) {
            QuotaCells.release(connection, held);
        }
        return erased;
    }
}
