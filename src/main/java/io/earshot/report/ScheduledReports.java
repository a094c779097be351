package io.earshot.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Problem;
import io.earshot.webhook.WebhookEvent;
import io.earshot.webhook.WebhookOutbox;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks for reports when their schedules are due. A schedule's row is locked while its slot is seen to, and the slot's own row
 * and the report are in the same transaction: on any number of nodes a slot is seen to once. Slots that passed while nobody
 * was there are seen to once for all of them.
 */
@Singleton
class ScheduledReports {
    private static final Logger LOG = Logger.getLogger(ScheduledReports.class);

    private final Database database;
    private final ReportRequests requests;
    private final NewReports reports;
    private final KeptResults kept;
    private final WebhookOutbox outbox;
    private final Clock clock;

    ScheduledReports(
            Database database,
            ReportRequests requests,
            NewReports reports,
            KeptResults kept,
            WebhookOutbox outbox,
            Clock clock) {
        this.database = database;
        this.requests = requests;
        this.reports = reports;
        this.kept = kept;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Due(UUID workspace, ReportSchedule schedule, Instant slot) {}

    private record Asked(@Nullable UUID report, boolean reused, @Nullable String failure) {}

    /** Sees to one schedule that is due; false if there is none. */
    boolean next() {
        return database.inTransaction(connection -> {
            Optional<Due> due = due(connection);
            if (due.isEmpty()) {
                return false;
            }
            Asked asked = ask(connection, due.get());
            keep(connection, due.get(), asked);
            tell(connection, due.get(), asked);
            return true;
        });
    }

    private Optional<Due> due(Connection connection) throws SQLException {
        String sql = "select workspace_id, " + ReportSchedules.COLUMNS
                + " from report_schedule where next_at <= ? order by next_at limit 1 for update skip locked";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, utc(clock.instant()));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Due(
                        row.getObject("workspace_id", UUID.class),
                        ReportSchedules.schedule(row),
                        row.getObject("next_at", OffsetDateTime.class).toInstant()));
            }
        }
    }

    private Asked ask(Connection connection, Due due) throws SQLException {
        UUID workspace = due.workspace();
        ReportSchedule schedule = due.schedule();
        if (isOnItsWay(connection, due)) {
            return new Asked(null, false, "The report of the time before is not over yet.");
        }
        try {
            ReportRequests.Possible possible = requests.check(workspace, schedule.request());
            Optional<UUID> before = kept.find(workspace, possible.asked(), possible.definition());
            if (before.isPresent()) {
                return new Asked(before.get(), true, null);
            }
            return new Asked(reports.add(connection, workspace, possible, schedule.id()), false, null);
        } catch (Problem e) {
            return new Asked(null, false, e.detail());
        } catch (IllegalStateException | IllegalArgumentException e) {
            UUID incident = UUID.randomUUID();
            LOG.errorf(e, "schedule %s could not ask for its report, incident %s", schedule.id(), incident);
            return new Asked(null, false, "An unexpected failure; it is in the log as incident " + incident + ".");
        }
    }

    private static boolean isOnItsWay(Connection connection, Due due) throws SQLException {
        String sql =
                """
                select from report where workspace_id = ? and schedule_id = ? and status in ('queued', 'running') limit 1""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, due.workspace());
            select.setObject(2, due.schedule().id());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void keep(Connection connection, Due due, Asked asked) throws SQLException {
        Instant now = clock.instant();
        String insert =
                """
                insert into report_schedule_run (schedule_id, slot, id, workspace_id, at, report_id, reused, failure)
                values (?, ?, ?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement run = connection.prepareStatement(insert);
                PreparedStatement next = connection.prepareStatement(
                        "update report_schedule set next_at = ? where id = ? and workspace_id = ?")) {
            run.setObject(1, due.schedule().id());
            run.setObject(2, utc(due.slot()));
            run.setObject(3, UuidCreator.getTimeOrderedEpoch());
            run.setObject(4, due.workspace());
            run.setObject(5, utc(now));
            run.setObject(6, asked.report(), Types.OTHER);
            run.setBoolean(7, asked.reused());
            run.setString(8, asked.failure());
            run.executeUpdate();
            Optional<Instant> after = due.schedule().next(now);
            next.setObject(1, after.map(ScheduledReports::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            next.setObject(2, due.schedule().id());
            next.setObject(3, due.workspace());
            next.executeUpdate();
        }
    }

    private void tell(Connection connection, Due due, Asked asked) throws SQLException {
        if (asked.failure() != null) {
            String schedule = due.schedule().id().toString();
            outbox.write(connection, List.of(new WebhookEvent(due.workspace(), ScheduleEvents.FAILED, schedule)));
        } else if (asked.reused()) {
            // It was told when it was made; whoever waits for this run is told as well.
            String report = String.valueOf(asked.report());
            outbox.write(connection, List.of(new WebhookEvent(due.workspace(), ReportEvents.FINISHED, report)));
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
