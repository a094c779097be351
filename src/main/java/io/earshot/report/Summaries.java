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

    /** Keeps the page of a run that still owns its report; a later run's takes the place of an earlier one's. */
    void keep(Runs.Run run, String html) {
        String sql =
                """
                insert into report_summary (report_id, workspace_id, html)
                select id, workspace_id, ? from report
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?
                on conflict (report_id) do update set html = excluded.html""";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, html);
            insert.setObject(2, run.report());
            insert.setObject(3, run.workspace());
            insert.setInt(4, run.attempt());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the summary of report " + run.report() + " could not be kept", e);
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
