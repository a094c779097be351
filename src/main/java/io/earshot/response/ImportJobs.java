package io.earshot.response;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.UUID;

/** The imports of a workspace, as those see them who ask for them. */
@Singleton
class ImportJobs {
    static final String CANCELLED = "cancelled";
    private static final int CHUNK = 1 << 20;

    private static final String SELECT =
            """
            select id, questionnaire_id, version, bytes, created_at, finished_at, result, failure, attempts, bytes_read,
                rows_read, rejected
            from response_import join response_import_progress on import_id = id
            where response_import.workspace_id = ?""";

    private final Database database;
    private final Clock clock;

    ImportJobs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes the file in; it is there whole or, if its sender breaks off, not at all. */
    UUID add(UUID workspace, PublishedVersion asked, ResponseImport.Kind kind, InputStream file) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.inTransaction(connection -> {
            update(
                    connection,
                    "insert into response_import (id, workspace_id, questionnaire_id, version, kind, bytes, created_at)"
                            + " values (?, ?, ?, ?, ?, 0, ?)",
                    id,
                    workspace,
                    asked.questionnaire(),
                    asked.version(),
                    kind.name(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            update(
                    connection,
                    "insert into response_import_progress (import_id, workspace_id) values (?, ?)",
                    id,
                    workspace);
            long bytes = store(connection, workspace, id, file);
            return update(connection, "update response_import set bytes = ? where id = ?", bytes, id);
        });
        return id;
    }

    private static long store(Connection connection, UUID workspace, UUID id, InputStream file) throws SQLException {
        long bytes = 0;
        int ordinal = 0;
        try {
            for (byte[] chunk = file.readNBytes(CHUNK); chunk.length > 0; chunk = file.readNBytes(CHUNK)) {
                update(
                        connection,
                        "insert into response_import_chunk (import_id, ordinal, workspace_id, bytes) values (?, ?, ?, ?)",
                        id,
                        ordinal++,
                        workspace,
                        chunk);
                bytes += chunk.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /** The newest first, all that are kept. */
    List<ImportJob> list(UUID workspace, UUID before, int limit) {
        return database.run(connection ->
                select(connection, SELECT + " and id < ? order by id desc limit " + limit, workspace, before));
    }

    /** @throws Problem 404 if there is none */
    ImportJob get(UUID workspace, UUID id) {
        return database.run(connection -> select(connection, SELECT + " and id = ?", workspace, id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("import", id));
    }

    /** Cancels one that is waiting or running; forgets one that is over, whose responses stay. */
    void end(UUID workspace, UUID id) {
        get(workspace, id);
        int forgotten = database.run(connection -> update(
                connection,
                "delete from response_import where id = ? and workspace_id = ? and finished_at is not null",
                id,
                workspace));
        if (forgotten == 0) {
            database.run(connection -> update(
                    connection,
                    "update response_import_progress set cancelled = true where import_id = ? and workspace_id = ?",
                    id,
                    workspace));
        }
    }

    private static List<ImportJob> select(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<ImportJob> jobs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        }
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        String failure = row.getString("failure");
        String result = row.getString("result");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        Instant finishedAt = finished == null ? null : finished.toInstant();
        long bytes = row.getLong("bytes");
        String status;
        if (finishedAt == null) {
            status = row.getInt("attempts") == 0 ? "queued" : "running";
        } else if (result != null) {
            status = "done";
        } else {
            status = CANCELLED.equals(failure) ? CANCELLED : "failed";
        }
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getObject("questionnaire_id", UUID.class),
                row.getInt("version"),
                status,
                result != null ? 1 : Math.min(1, row.getLong("bytes_read") / (double) Math.max(1, bytes)),
                row.getLong("rows_read"),
                row.getLong("rejected"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finishedAt,
                result,
                CANCELLED.equals(failure) ? null : failure);
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
