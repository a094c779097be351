package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does the imports that wait, one at a time on each node. The transaction that stores the rows locks the import and writes
 * its outcome, so that one whose process dies is simply there again, with nothing of it done.
 */
@Singleton
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Starts that ended with their process before an import is given up, lest it take every process down in turn. */
    private static final int MOST_ATTEMPTS = 5;

    private final Database database;
    private final Questionnaires questionnaires;
    private final ResponseImport responseImport;
    private final Clock clock;
    private @Nullable Thread thread;
    private volatile boolean stopping;

    ImportRunner(Database database, Questionnaires questionnaires, ResponseImport responseImport, Clock clock) {
        this.database = database;
        this.questionnaires = questionnaires;
        this.responseImport = responseImport;
        this.clock = clock;
    }

    private record Job(UUID id, UUID workspace, UUID questionnaire, int version, ResponseImport.Kind kind) {}

    /** What became of a job. @param job null if there was none */
    private record Ended(@Nullable Job job, @Nullable String failure) {}

    /** Unwinds an import that is not to be finished. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean cancelled;

        Interrupted(boolean cancelled) {
            super(cancelled ? "cancelled" : "the service stops", null, false, false);
            this.cancelled = cancelled;
        }
    }

    void start(@Observes StartupEvent event) {
        Thread looking = new Thread(this::look, "response-import");
        looking.setDaemon(true);
        looking.start();
        thread = looking;
    }

    /** What is under way ends between two batches, and is begun again by the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread looking = thread;
        if (looking != null) {
            looking.join();
        }
    }

    private void look() {
        while (!stopping) {
            boolean found = false;
            try {
                found = next();
            } catch (RuntimeException e) {
                LOG.errorf("imports could not be looked for: %s", e.getMessage());
            }
            if (!found) {
                try {
                    Thread.sleep(LOOK_EVERY.toMillis());
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** @return whether there was one */
    private boolean next() {
        Job[] begun = new Job[1];
        String failure;
        try {
            Ended ended = database.inTransaction(connection -> {
                Optional<Job> job = lock(connection);
                if (job.isEmpty()) {
                    return new Ended(null, null);
                }
                begun[0] = job.get();
                return new Ended(job.get(), run(connection, job.get()));
            });
            return ended.job() != null;
        } catch (Interrupted e) {
            if (!e.cancelled) {
                return false;
            }
            failure = ImportJobs.CANCELLED;
        } catch (Problem e) {
            failure = e.detail();
        } catch (RuntimeException e) {
            if (begun[0] == null || Overload.isUnreachable(e)) {
                throw e;
            }
            UUID incident = UUID.randomUUID();
            LOG.errorf(e, "import %s failed, incident %s", begun[0].id(), incident);
            failure = "An unexpected failure; it is in the log as incident " + incident + ".";
        }
        fail(begun[0], failure);
        return true;
    }

    /** @return null if it is done */
    private @Nullable String run(Connection connection, Job job) throws SQLException {
        int attempt = begin(job);
        if (attempt > MOST_ATTEMPTS) {
            throw Problem.conflict(
                    "import-given-up",
                    "It was begun " + MOST_ATTEMPTS + " times, and each time the process ended before it.");
        }
        PublishedVersion asked = questionnaires.version(job.workspace(), job.questionnaire(), job.version());
        ImportChunks file = new ImportChunks(connection, job.id());
        ImportResult result = responseImport.run(
                connection,
                job.workspace(),
                asked,
                job.kind(),
                new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()),
                (read, rejected) -> advance(job, file.bytesRead(), read, rejected));
        finish(connection, job, ResponseJson.text(result), null);
        return null;
    }

    private static Optional<Job> lock(Connection connection) throws SQLException {
        String sql =
                """
                select id, workspace_id, questionnaire_id, version, kind from response_import
                where finished_at is null order by id limit 1 for update skip locked""";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Job(
                            row.getObject("id", UUID.class),
                            row.getObject("workspace_id", UUID.class),
                            row.getObject("questionnaire_id", UUID.class),
                            row.getInt("version"),
                            ResponseImport.Kind.valueOf(row.getString("kind"))))
                    : Optional.empty();
        }
    }

    /** By a connection of its own, so that it stays if this attempt comes to nothing. @return which attempt, from 1 */
    private int begin(Job job) {
        String sql =
                """
                update response_import_progress set attempts = attempts + 1, bytes_read = 0, rows_read = 0, rejected = 0
                where import_id = ? and workspace_id = ? returning attempts""";
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, job.id());
                update.setObject(2, job.workspace());
                try (ResultSet row = update.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private void advance(Job job, long bytes, long rows, long rejected) {
        if (stopping) {
            throw new Interrupted(false);
        }
        String sql =
                """
                update response_import_progress set bytes_read = ?, rows_read = ?, rejected = ?
                where import_id = ? and workspace_id = ? and not cancelled""";
        int updated = database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setLong(1, bytes);
                update.setLong(2, rows);
                update.setLong(3, rejected);
                update.setObject(4, job.id());
                update.setObject(5, job.workspace());
                return update.executeUpdate();
            }
        });
        if (updated == 0) {
            throw new Interrupted(true);
        }
    }

    private void fail(Job job, String failure) {
        database.inTransaction(connection -> {
            finish(connection, job, null, failure);
            return job;
        });
    }

    private void finish(Connection connection, Job job, @Nullable String result, @Nullable String failure)
            throws SQLException {
        String sql = "update response_import set finished_at = ?, result = ?::jsonb, failure = ? where id = ?"
                + " and workspace_id = ? and finished_at is null";
        try (PreparedStatement update = connection.prepareStatement(sql);
                PreparedStatement delete =
                        connection.prepareStatement("delete from response_import_chunk where import_id = ?")) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(2, result);
            update.setString(3, failure);
            update.setObject(4, job.id());
            update.setObject(5, job.workspace());
            update.executeUpdate();
            delete.setObject(1, job.id());
            delete.executeUpdate();
        }
    }
}
