package io.earshot.report;

import io.agroal.api.AgroalDataSource;
import io.earshot.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The pages that reports are read on. */
@ApplicationScoped
class Summaries {
    private final AgroalDataSource database;

    Summaries(AgroalDataSource database) {
        this.database = database;
    }

    /** Keeps the page of a report in the transaction that makes it done. */
    static void store(Connection connection, Runs.Run run, String html) throws SQLException {
        String sql =
                """
                insert into report_summary (report_id, workspace_id, html) values (?, ?, ?)
                on conflict (report_id) do update set html = excluded.html""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, run.report());
            insert.setObject(2, run.workspace());
            insert.setString(3, html);
            insert.executeUpdate();
        }
    }

    /** @throws Problem 404 if the report was made before there were summaries */
    String read(UUID workspace, UUID report) {
        String sql = "select html from report_summary where workspace_id = ? and report_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, report);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.of(
                            404,
                            "no-summary",
                            "No summary",
                            "Report " + report + " was made before there were summaries; ask for it again.");
                }
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the summary of report " + report + " could not be read", e);
        }
    }
}
