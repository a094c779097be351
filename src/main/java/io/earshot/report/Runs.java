package io.earshot.report;

import io.earshot.webhook.WebhookEvent;
import io.earshot.webhook.WebhookOutbox;
import io.earshot.workspace.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reports as the job that makes them sees them. A run owns its report as long as nobody cancelled it and no later run
 * took it over; everything that a run writes asks for that.
 */
@ApplicationScoped
class Runs {
    private static final int CHUNK = 1 << 20;

    private final Database database;
    private final WebhookOutbox outbox;
    private final ReportSettings settings;
    private final Clock clock;

    Runs(Database database, WebhookOutbox outbox, ReportSettings settings, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** One attempt at a report. */
    record Run(UUID report, UUID workspace, UUID questionnaire, int version, Definition definition, int attempt) {}

    private record Owned(UUID report, int attempt) {}

    /** Tells how far runs are and prolongs their leases; those learn it whose report was cancelled, deleted or taken over. */
    void beat(Collection<RunProgress> runs) {
        String sql =
                """
                update report
                set leased_until = now() + make_interval(secs => ?), phase = given.phase, progress = given.progress,
                    phase_progress = given.phase_progress, rows_done = given.rows_done, rows_total = given.rows_total,
                    seconds_left = given.seconds_left
                from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::float8[], ?::float8[], ?::int8[], ?::int8[],
                            ?::int8[]) as given (id, workspace_id, attempt, phase, progress, phase_progress, rows_done,
                                                 rows_total, seconds_left)
                where report.id = given.id and report.workspace_id = given.workspace_id
                    and report.attempt = given.attempt and report.status = 'running'
                returning report.id, report.attempt""";
        Set<Owned> owned = database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                List<Run> all = runs.stream().map(RunProgress::run).toList();
                List<RunProgress.Told> told =
                        runs.stream().map(RunProgress::told).toList();
                update.setDouble(1, settings.lease().toMillis() / 1000.0);
                array(update, 2, "uuid", all.stream().map(Run::report).toArray());
                array(update, 3, "uuid", all.stream().map(Run::workspace).toArray());
                array(update, 4, "int4", all.stream().map(Run::attempt).toArray());
                array(
                        update,
                        5,
                        "text",
                        told.stream().map(RunProgress.Told::phase).toArray());
                array(
                        update,
                        6,
                        "float8",
                        told.stream().map(RunProgress.Told::progress).toArray());
                array(
                        update,
                        7,
                        "float8",
                        told.stream().map(RunProgress.Told::phaseProgress).toArray());
                array(
                        update,
                        8,
                        "int8",
                        told.stream().map(one -> orNull(one.rowsDone())).toArray());
                array(
                        update,
                        9,
                        "int8",
                        told.stream().map(one -> orNull(one.rowsTotal())).toArray());
                array(
                        update,
                        10,
                        "int8",
                        told.stream().map(one -> orNull(one.secondsLeft())).toArray());
                Set<Owned> still = new HashSet<>();
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        still.add(new Owned(row.getObject(1, UUID.class), row.getInt(2)));
                    }
                }
                return still;
            }
        });
        runs.stream()
                .filter(progress -> !owned.contains(
                        new Owned(progress.run().report(), progress.run().attempt())))
                .forEach(RunProgress::lose);
    }

    private static void array(PreparedStatement update, int at, String type, @Nullable Object[] values)
            throws SQLException {
        update.setArray(at, update.getConnection().createArrayOf(type, values));
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    /** Keeps the results, the page and the workbook in one transaction, if the report is still the run's. */
    void finish(RunProgress progress, Outcome outcome) {
        String sql =
                """
                update report
                set status = 'done', phase = 'done', progress = 1, phase_progress = 1, rows_done = null,
                    rows_total = null, seconds_left = null, leased_until = null, results = ?::jsonb,
                    workbook_bytes = ?, workbook_sha256 = ?, asked_hash = ?, data_state = ?, finished_at = ?
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?""";
        Run run = progress.run();
        database.inTransaction(connection -> {
            if (!owns(connection, run)) {
                return run;
            }
            // First the large, so that the report's own row is not locked for long: the heart writes to it.
            store(connection, progress, outcome.workbook());
            Summaries.store(connection, run, outcome.summary());
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, outcome.results());
                update.setLong(2, outcome.workbook().bytes());
                update.setString(3, outcome.workbook().sha256());
                update.setString(4, outcome.asked());
                update.setString(5, outcome.dataState());
                update.setObject(6, now());
                owned(update, 7, run);
                if (update.executeUpdate() == 0) {
                    // Undoes what was stored.
                    throw new RunEnded("report " + run.report() + " was cancelled or taken over at its end");
                }
            }
            tell(connection, run);
            return run;
        });
    }

    private static boolean owns(Connection connection, Run run) throws SQLException {
        // Not deleted before the end of the transaction.
        String sql =
                """
                select from report where id = ? and workspace_id = ? and status = 'running' and attempt = ?
                for key share""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            owned(select, 1, run);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    void fail(Run run, String failure) {
        String sql =
                """
                update report
                set status = 'failed', phase = 'failed', seconds_left = null, leased_until = null, failure = ?,
                    finished_at = ?
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?""";
        database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, failure);
                update.setObject(2, now());
                owned(update, 3, run);
                if (update.executeUpdate() == 1) {
                    tell(connection, run);
                }
                return run;
            }
        });
    }

    /** Gives a report back that this process can't finish; it is the next to be begun in its workspace. */
    void release(Run run) {
        String sql =
                """
                update report
                set status = 'queued', phase = ?, progress = 0, phase_progress = 0, rows_done = null, rows_total = null,
                    seconds_left = null, leased_until = null
                where id = ? and workspace_id = ? and status = 'running' and attempt = ?""";
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, Phase.WAITING);
                owned(update, 2, run);
                return update.executeUpdate();
            }
        });
    }

    private static void owned(PreparedStatement update, int from, Run run) throws SQLException {
        update.setObject(from, run.report());
        update.setObject(from + 1, run.workspace());
        update.setInt(from + 2, run.attempt());
    }

    private void tell(Connection connection, Run run) throws SQLException {
        outbox.write(
                connection,
                List.of(new WebhookEvent(
                        run.workspace(), ReportEvents.FINISHED, run.report().toString())));
    }

    private static void store(Connection connection, RunProgress progress, ScratchFile workbook) throws SQLException {
        String sql = "insert into report_chunk (report_id, ordinal, workspace_id, bytes) values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            InputStream file = workbook.read();
            double chunks = Math.ceil(workbook.bytes() / (double) CHUNK);
            int ordinal = 0;
            for (byte[] bytes = file.readNBytes(CHUNK); bytes.length > 0; bytes = file.readNBytes(CHUNK)) {
                progress.at(Phase.STORING, ordinal / chunks);
                insert.setObject(1, progress.run().report());
                insert.setInt(2, ordinal++);
                insert.setObject(3, progress.run().workspace());
                insert.setBytes(4, bytes);
                insert.executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook can't be read back", e);
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
