package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.earshot.workspace.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
            id, questionnaire_id, version, definition_name, definition_hash, status, progress, phase, phase_progress,
            rows_done, rows_total, seconds_left, failure, workbook_bytes, workbook_sha256, created_at, started_at,
            finished_at, reuses, reused_at, expired_at, schedule_id""";

    private final Database database;
    private final Clock clock;

    Reports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws Problem 404 if the workspace has no such report */
    Report get(UUID workspace, UUID id) {
        return find(workspace, id).orElseThrow(() -> Problem.notFound("report", id));
    }

    Optional<Report> find(UUID workspace, UUID id) {
        String sql = "select " + COLUMNS + " from report where workspace_id = ? and id = ?";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                select.setObject(2, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(report(row)) : Optional.empty();
                }
            }
        });
    }

    /** The workspace's reports, newest first. */
    Listing<Report> list(UUID workspace, Listing.Window window) {
        String sql = "select " + COLUMNS + " from report where workspace_id = ? and id < ? order by id desc limit ?";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
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
            }
        });
    }

    /**
     * The results as JSON.
     *
     * @throws Problem 404 if the workspace has no such report, 409 if it is not done, 410 if its result was removed
     */
    String results(UUID workspace, UUID id) {
        done(workspace, id);
        return text("select results from report where workspace_id = ? and id = ?", workspace, id);
    }

    /** @throws Problem 404 if the workspace has no such report */
    Definition definition(UUID workspace, UUID id) {
        return Definitions.parse(
                text("select definition from report where workspace_id = ? and id = ?", workspace, id));
    }

    private String text(String sql, UUID workspace, UUID id) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                select.setObject(2, id);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw Problem.notFound("report", id);
                    }
                    return row.getString(1);
                }
            }
        });
    }

    /** @throws Problem 404 if the workspace has no such report, 409 if it is not done, 410 if its result was removed */
    Report done(UUID workspace, UUID id) {
        Report report = get(workspace, id);
        if (report.status() == ReportStatus.EXPIRED) {
            throw expired(report);
        }
        if (report.status() != ReportStatus.DONE) {
            String failure = report.failure();
            throw Problem.conflict(
                    "report-not-done",
                    switch (report.status()) {
                        case FAILED -> "The report failed" + (failure == null ? "." : ": " + failure);
                        case CANCELLED -> "The report was cancelled; ask for a new one.";
                        case QUEUED, RUNNING, DONE, EXPIRED ->
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
                update report
                set status = 'cancelled', phase = 'cancelled', seconds_left = null, leased_until = null, finished_at = ?
                where workspace_id = ? and id = ? and status in ('queued', 'running')""";
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(cancel);
                    PreparedStatement delete =
                            connection.prepareStatement("delete from report where workspace_id = ? and id = ?")) {
                update.setObject(1, now());
                update.setObject(2, workspace);
                update.setObject(3, id);
                if (update.executeUpdate() == 0) {
                    delete.setObject(1, workspace);
                    delete.setObject(2, id);
                    delete.executeUpdate();
                }
                return id;
            }
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Problem expired(Report report) {
        return Problem.of(
                410,
                "report-expired",
                "The result is no longer kept",
                "The result of report " + report.id() + " was removed on "
                        + LocalDate.ofInstant(requireNonNull(report.expiredAt(), "expiredAt"), ZoneOffset.UTC)
                        + ", since the workspace keeps results only so long (retentionDays.reports). Ask for the report"
                        + " again: POST /v1/reports.");
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
                row.getDouble("phase_progress"),
                row.getObject("rows_done", Long.class),
                row.getObject("rows_total", Long.class),
                row.getObject("seconds_left", Long.class),
                row.getString("failure"),
                row.getObject("workbook_bytes", Long.class),
                row.getString("workbook_sha256"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                false,
                row.getInt("reuses"),
                instant(row, "reused_at"),
                instant(row, "expired_at"),
                row.getObject("schedule_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
