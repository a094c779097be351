package io.earshot.report;

import io.agroal.api.AgroalDataSource;
import io.earshot.problem.Problem;
import io.earshot.workspace.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports of all workspaces, as their callers see them. */
@ApplicationScoped
class Reports {
    private static final String COLUMNS =
            """
            id, questionnaire_id, version, definition_name, definition_hash, status, progress, phase, failure,
            workbook_bytes, workbook_sha256, created_at, started_at, finished_at""";

    private final AgroalDataSource database;
    private final Clock clock;

    Reports(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void create(UUID id, UUID workspace, UUID questionnaire, int version, Definition definition) {
        String sql =
                """
                insert into report (id, workspace_id, questionnaire_id, version, definition, definition_name,
                                    definition_hash, status, phase, progress, created_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, 'queued', 'waiting', 0, ?)""";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, workspace);
            insert.setObject(3, questionnaire);
            insert.setInt(4, version);
            insert.setString(5, Definitions.write(definition));
            insert.setString(6, definition.name());
            insert.setString(7, Definitions.hash(definition));
            insert.setObject(8, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("report " + id + " could not be stored", e);
        }
    }

    /** @throws Problem 404 if the workspace has no such report */
    Report get(UUID workspace, UUID id) {
        return find(workspace, id).orElseThrow(() -> Problem.notFound("report", id));
    }

    Optional<Report> find(UUID workspace, UUID id) {
        String sql = "select " + COLUMNS + " from report where workspace_id = ? and id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(report(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("report " + id + " could not be read", e);
        }
    }

    /** The workspace's reports, newest first. */
    Listing<Report> list(UUID workspace, Listing.Window window) {
        String sql = "select " + COLUMNS + " from report where workspace_id = ? and id < ? order by id desc limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, window.before());
            select.setInt(3, window.limit() + 1);
            List<Report> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(report(row));
                }
            }
            return Listing.of(found, window, Report::id, report -> report);
        } catch (SQLException e) {
            throw new IllegalStateException("reports could not be read", e);
        }
    }

    /**
     * The results as JSON.
     *
     * @throws Problem 404 if the workspace has no such report, 409 if it is not done
     */
    String results(UUID workspace, UUID id) {
        Report report = done(workspace, id);
        String sql = "select results from report where workspace_id = ? and id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, report.id());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("report", id);
                }
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("results of report " + id + " could not be read", e);
        }
    }

    /** @throws Problem 404 if the workspace has no such report */
    Definition definition(UUID workspace, UUID id) {
        String sql = "select definition from report where workspace_id = ? and id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("report", id);
                }
                return Definitions.parse(row.getString("definition"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("definition of report " + id + " could not be read", e);
        }
    }

    /** @throws Problem 404 if the workspace has no such report, 409 if it is not done */
    Report done(UUID workspace, UUID id) {
        Report report = get(workspace, id);
        if (report.status() != ReportStatus.DONE) {
            String failure = report.failure();
            throw Problem.conflict(
                    "report-not-done",
                    switch (report.status()) {
                        case FAILED -> "The report failed" + (failure == null ? "." : ": " + failure);
                        case CANCELLED -> "The report was cancelled; ask for a new one.";
                        case QUEUED, RUNNING, DONE ->
                            "The report is %s (%d %%); ask again when its status is done."
                                    .formatted(report.status().word(), Math.round(100 * report.progress()));
                    });
        }
        return report;
    }

    /** Cancels a report that is waiting or running, deletes one that is over. */
    void end(UUID workspace, UUID id) {
        get(workspace, id);
        String cancel =
                """
                update report set status = 'cancelled', phase = 'cancelled', finished_at = ?
                where workspace_id = ? and id = ? and status in ('queued', 'running')""";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(cancel);
                PreparedStatement delete =
                        connection.prepareStatement("delete from report where workspace_id = ? and id = ?")) {
            update.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            update.setObject(2, workspace);
            update.setObject(3, id);
            if (update.executeUpdate() == 0) {
                delete.setObject(1, workspace);
                delete.setObject(2, id);
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("report " + id + " could not be ended", e);
        }
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("questionnaire_id", UUID.class),
                row.getInt("version"),
                row.getString("definition_name"),
                row.getString("definition_hash"),
                ReportStatus.of(row.getString("status")),
                row.getDouble("progress"),
                row.getString("phase"),
                row.getString("failure"),
                row.getObject("workbook_bytes", Long.class),
                row.getString("workbook_sha256"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
