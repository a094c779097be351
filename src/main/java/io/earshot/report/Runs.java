package io.earshot.report;

import io.agroal.api.AgroalDataSource;
import io.earshot.webhook.WebhookEvent;
import io.earshot.webhook.WebhookOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The reports as the job that makes them sees them. A run owns its report as long as nobody cancelled it and no later run
 * took it over; everything that a run writes asks for that.
 */
@ApplicationScoped
class Runs {
    /** Starts that ended with their process before a report is given up, lest it takes every process down in turn. */
    static final int MOST_ATTEMPTS = 5;

    private static final int CHUNK = 1 << 20;

    private final AgroalDataSource database;
    private final WebhookOutbox outbox;
    private final Clock clock;

    Runs(AgroalDataSource database, WebhookOutbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One attempt at a report. */
    record Run(UUID report, UUID workspace, UUID questionnaire, int version, Definition definition, int attempt) {}

    /** Begins an attempt; empty if there is nothing left to do. */
    Optional<Run> begin(UUID report) {
        String sql =
                """
                update report
                set status = 'running', phase = 'starting', progress = 0, attempt = attempt + 1,
                    started_at = coalesce(started_at, ?)
                where id = ? and status in ('queued', 'running')
                returning workspace_id, questionnaire_id, version, definition, attempt""";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, now());
            update.setObject(2, report);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Run(
                        report,
                        row.getObject("workspace_id", UUID.class),
                        row.getObject("questionnaire_id", UUID.class),
                        row.getInt("version"),
                        Definitions.parse(row.getString("definition")),
                        row.getInt("attempt")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("report " + report + " could not be begun", e);
        }
    }

    /** Tells how far the run is; false if the report is no longer its. */
    boolean advance(Run run, String phase, double progress) {
        String sql =
                """
                update report set phase = ?, progress = ?
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, phase);
            update.setDouble(2, progress);
            update.setObject(3, run.report());
            update.setObject(4, run.workspace());
            update.setInt(5, run.attempt());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("report " + run.report() + " could not be advanced", e);
        }
    }

    /** Keeps the results and the workbook in one transaction, if the report is still the run's. */
    void finish(Run run, String results, Path workbook, String sha256) throws IOException {
        String sql =
                """
                update report
                set status = 'done', phase = 'done', progress = 1, results = ?::jsonb, workbook_bytes = ?,
                    workbook_sha256 = ?, finished_at = ?
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?""";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, results);
                update.setLong(2, Files.size(workbook));
                update.setString(3, sha256);
                update.setObject(4, now());
                update.setObject(5, run.report());
                update.setObject(6, run.workspace());
                update.setInt(7, run.attempt());
                if (update.executeUpdate() == 1) {
                    store(connection, run, workbook);
                    tell(connection, run);
                    connection.commit();
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("report " + run.report() + " could not be kept", e);
        }
    }

    void fail(Run run, String failure) {
        String sql =
                """
                update report set status = 'failed', phase = 'failed', failure = ?, finished_at = ?
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?""";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, failure);
                update.setObject(2, now());
                update.setObject(3, run.report());
                update.setObject(4, run.workspace());
                update.setInt(5, run.attempt());
                if (update.executeUpdate() == 1) {
                    tell(connection, run);
                    connection.commit();
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("failure of report " + run.report() + " could not be kept", e);
        }
    }

    private void tell(Connection connection, Run run) throws SQLException {
        outbox.write(
                connection,
                List.of(new WebhookEvent(
                        run.workspace(), ReportEvents.FINISHED, run.report().toString())));
    }

    private static void store(Connection connection, Run run, Path workbook) throws SQLException, IOException {
        String sql = "insert into report_chunk (report_id, ordinal, workspace_id, bytes) values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql);
                InputStream file = Files.newInputStream(workbook)) {
            int ordinal = 0;
            for (byte[] bytes = file.readNBytes(CHUNK); bytes.length > 0; bytes = file.readNBytes(CHUNK)) {
                insert.setObject(1, run.report());
                insert.setInt(2, ordinal++);
                insert.setObject(3, run.workspace());
                insert.setBytes(4, bytes);
                insert.executeUpdate();
            }
        }
    }

    /** Bytes of a chunk, all but the last of a workbook. */
    static int chunk() {
        return CHUNK;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
