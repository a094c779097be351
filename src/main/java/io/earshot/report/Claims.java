package io.earshot.report;

import io.earshot.workspace.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Says which report is begun next, on all nodes together. Workspaces take turns: the one that was served longest ago comes
 * next, however much the others have waiting. Within a workspace the oldest comes first, before it one whose run died.
 */
@ApplicationScoped
class Claims {
    // "reports" in ASCII. One claim at a time, so that a workspace never has more running than it may.
    private static final long LOCK = 0x7265706f727473L;

    /** As pid@host. */
    private static final String PROCESS = ManagementFactory.getRuntimeMXBean().getName();

    private final Database database;
    private final ReportSettings settings;
    private final Clock clock;

    Claims(Database database, ReportSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param crashes runs before this one that ended with their process */
    record Claim(Runs.Run run, int crashes) {}

    /** Begins an attempt at the next report; empty if there is none that may be begun. */
    Optional<Claim> next() {
        String sql =
                """
                with open as (
                    select id, workspace_id, status, coalesce(leased_until, '-infinity') > now() as held
                    from report where status in ('queued', 'running')),
                busy as (
                    select workspace_id, count(*) as running from open
                    where status = 'running' and held group by workspace_id),
                first as (
                    select distinct on (workspace_id) workspace_id, id from open
                    where status = 'queued' or not held
                    order by workspace_id, status = 'queued', id)
                select first.id, first.workspace_id
                from first left join busy using (workspace_id) left join report_turn using (workspace_id)
                where coalesce(busy.running, 0) < ?
                order by report_turn.served_at nulls first, first.id
                limit 1""";
        return database.inTransaction(connection -> {
            lock(connection);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setInt(1, settings.runningPerWorkspace());
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    UUID workspace = row.getObject("workspace_id", UUID.class);
                    serve(connection, workspace);
                    return begin(connection, workspace, row.getObject("id", UUID.class));
                }
            }
        });
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    private static void serve(Connection connection, UUID workspace) throws SQLException {
        String sql =
                """
                insert into report_turn (workspace_id, served_at) values (?, clock_timestamp())
                on conflict (workspace_id) do update set served_at = excluded.served_at""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, workspace);
            upsert.executeUpdate();
        }
    }

    private Optional<Claim> begin(Connection connection, UUID workspace, UUID report) throws SQLException {
        String sql =
                """
                update report
                set crashes = crashes + case when status = 'running' then 1 else 0 end,
                    status = 'running', phase = ?, progress = 0, phase_progress = 0, rows_done = null,
                    rows_total = null, seconds_left = null, attempt = attempt + 1,
                    started_at = coalesce(started_at, ?), leased_until = now() + make_interval(secs => ?),
                    leased_by = ?
                where id = ? and workspace_id = ?
                    and (status = 'queued' or status = 'running' and coalesce(leased_until, '-infinity') <= now())
                returning questionnaire_id, version, definition, attempt, crashes""";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, Phase.STARTING.word());
            update.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            update.setDouble(3, settings.lease().toMillis() / 1000.0);
            update.setString(4, PROCESS);
            update.setObject(5, report);
            update.setObject(6, workspace);
            try (ResultSet row = update.executeQuery()) {
                if (!row.next()) {
                    // Cancelled since it was found, or its process was heard of again.
                    return Optional.empty();
                }
                return Optional.of(new Claim(
                        new Runs.Run(
                                report,
                                workspace,
                                row.getObject("questionnaire_id", UUID.class),
                                row.getInt("version"),
                                Definitions.parse(row.getString("definition")),
                                row.getInt("attempt")),
                        row.getInt("crashes")));
            }
        }
    }
}
