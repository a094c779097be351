package io.earshot.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts reports into the queue, as many of a workspace as may wait there. */
@Singleton
class NewReports {
    /** How long whoever was refused should wait: a place is free once a report is done. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final Database database;
    private final ReportSettings settings;
    private final Clock clock;

    NewReports(Database database, ReportSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the new report's id @throws Problem 429 if the workspace has as many waiting as it may */
    UUID add(UUID workspace, ReportRequests.Possible report) {
        return database.inTransaction(connection -> add(connection, workspace, report, null));
    }

    /**
     * In the caller's transaction.
     *
     * @param schedule that it was asked for by
     * @return the new report's id
     * @throws Problem 429 if the workspace has as many waiting as it may
     */
    UUID add(Connection connection, UUID workspace, ReportRequests.Possible report, @Nullable UUID schedule)
            throws SQLException {
        refuseMoreThanMayWait(connection, workspace);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String sql =
                """
                insert into report (id, workspace_id, questionnaire_id, version, definition, definition_name,
                                    definition_hash, status, phase, progress, created_at, schedule_id)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, 'queued', ?, 0, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, workspace);
            insert.setObject(3, report.asked().questionnaire());
            insert.setInt(4, report.asked().version());
            insert.setString(5, Definitions.write(report.definition()));
            insert.setString(6, report.definition().name());
            insert.setString(7, Definitions.hash(report.definition()));
            insert.setString(8, Phase.WAITING);
            insert.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(10, schedule, Types.OTHER);
            insert.executeUpdate();
        }
        return id;
    }

    private void refuseMoreThanMayWait(Connection connection, UUID workspace) throws SQLException {
        // The workspace's row is locked, so that requests at the same time don't each find the last place.
        try (PreparedStatement lock =
                connection.prepareStatement("select from workspace where id = ? for no key update")) {
            lock.setObject(1, workspace);
            lock.execute();
        }
        String sql = "select count(*) from report where workspace_id = ? and status = 'queued'";
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setObject(1, workspace);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                int most = settings.queuedPerWorkspace();
                if (row.getInt(1) >= most) {
                    throw Problem.of(
                                    429,
                                    "too-many-reports",
                                    "Too many reports are waiting",
                                    "This workspace has " + row.getInt(1) + " reports waiting and may have " + most
                                            + ". Wait until some are done, or cancel some: DELETE /v1/reports/{id}.")
                            .retryAfter(COME_AGAIN);
                }
            }
        }
    }
}
