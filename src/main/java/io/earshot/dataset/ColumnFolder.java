package io.earshot.dataset;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where finished ranges of responses are kept as files, so that the next report reads only what is new. */
@Singleton
final class ColumnFolder {
    private final ColumnSettings settings;

    ColumnFolder(ColumnSettings settings) {
        this.settings = settings;
    }

    /** How many responses a range has at most. */
    int rows() {
        return settings.rows();
    }

    Path path() {
        return settings.folder();
    }

    KeptRanges of(Connection connection, ResponseDataset.Selection selection) throws SQLException {
        String kind = String.join("-", selection.statuses()) + (selection.flags() ? "-flags" : "");
        String of = String.join(
                " ",
                database(connection),
                selection.workspace().toString(),
                selection.questionnaire().toString(),
                Integer.toString(selection.version()),
                Integer.toString(selection.asked()),
                kind);
        Path folder = settings.folder()
                .resolve(selection.questionnaire().toString())
                .resolve(selection.version() + "-" + selection.asked() + "-" + kind);
        return new KeptRanges(folder, of);
    }

    /**
     * Which database it is, and which of its histories: one that was set back to an earlier time, or filled from a dump, gives
     * the numbers of transactions again.
     */
    static String database(Connection connection) throws SQLException {
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
