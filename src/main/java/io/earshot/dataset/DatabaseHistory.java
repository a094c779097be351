package io.earshot.dataset;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which database it is, and which of its histories: one that was set back to an earlier time, or filled from a dump, gives
 * the numbers of transactions again.
 */
public final class DatabaseHistory {
    private DatabaseHistory() {}

    /** A word without spaces. */
    public static String of(Connection connection) throws SQLException {
        String sql =
                """
                select (select system_identifier from pg_control_system()) || '/'
                    || (select timeline_id from pg_control_checkpoint()) || '/'
                    || (select oid from pg_database where datname = current_database())""";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
