package io.earshot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.earshot.workspace.Listing;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The schedules of all workspaces. */
@Singleton
class ReportSchedules {
    static final String COLUMNS =
            """
            id, name, questionnaire_id, version, report, cron, every, first, time_zone, paused, created_at, next_at""";

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final ReportSettings settings;

    ReportSchedules(Database database, ReportSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** @throws Problem 409 if the workspace has as many as it may */
    void create(UUID workspace, ReportSchedule schedule) {
        String sql =
                """
                insert into report_schedule (workspace_id, id, name, questionnaire_id, version, report, cron, every, first,
                                             time_zone, paused, next_at, created_at)
                select ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?
                where (select count(*) from report_schedule where workspace_id = ?) < ?""";
        int made = database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, workspace);
                insert.setObject(2, schedule.id());
                changing(insert, 3, schedule);
                insert.setObject(13, utc(schedule.createdAt()));
                insert.setObject(14, workspace);
                insert.setInt(15, settings.schedulesPerWorkspace());
                return insert.executeUpdate();
            }
        });
        if (made == 0) {
            throw Problem.conflict(
                    "too-many-schedules",
                    "This workspace has " + settings.schedulesPerWorkspace()
                            + " schedules, which is as many as it may. Delete one first.");
        }
    }

    /** @throws Problem 404 if the workspace has none such */
    void update(UUID workspace, ReportSchedule schedule) {
        String sql =
                """
                update report_schedule
                set name = ?, questionnaire_id = ?, version = ?, report = ?::jsonb, cron = ?, every = ?, first = ?,
                    time_zone = ?, paused = ?, next_at = ?
                where id = ? and workspace_id = ?""";
        int changed = database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                changing(update, 1, schedule);
                update.setObject(11, schedule.id());
                update.setObject(12, workspace);
                return update.executeUpdate();
            }
        });
        if (changed == 0) {
            throw Problem.notFound("schedule", schedule.id());
        }
    }

    private static void changing(PreparedStatement statement, int from, ReportSchedule schedule) throws SQLException {
        LocalDateTime first = schedule.first();
        Instant next = schedule.nextAt();
        statement.setString(from, schedule.name());
        statement.setObject(from + 1, schedule.questionnaire());
        statement.setObject(from + 2, schedule.version(), Types.INTEGER);
        statement.setString(from + 3, schedule.report().toString());
        statement.setString(from + 4, schedule.cron());
        statement.setString(from + 5, schedule.every());
        statement.setObject(from + 6, first, Types.TIMESTAMP);
        statement.setString(from + 7, schedule.timeZone());
        statement.setBoolean(from + 8, schedule.paused());
        statement.setObject(from + 9, next == null ? null : utc(next), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** @throws Problem 404 if the workspace has none such */
    ReportSchedule get(UUID workspace, UUID id) {
        return find(workspace, id).orElseThrow(() -> Problem.notFound("schedule", id));
    }

    Optional<ReportSchedule> find(UUID workspace, UUID id) {
        String sql = "select " + COLUMNS + " from report_schedule where workspace_id = ? and id = ?";
        return database.run(connection -> select(connection, sql, workspace, id)).stream()
                .findFirst();
    }

    /** The workspace's schedules, newest first. */
    Listing<ReportSchedule> list(UUID workspace, Listing.Window window) {
        String sql = "select " + COLUMNS
                + " from report_schedule where workspace_id = ? and id < ? order by id desc limit "
                + (window.limit() + 1);
        List<ReportSchedule> found = database.run(connection -> select(connection, sql, workspace, window.before()));
        return Listing.of(found, window, ReportSchedule::id, schedule -> schedule);
    }

    /** @throws Problem 404 if the workspace has none such */
    void delete(UUID workspace, UUID id) {
        int deleted = database.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from report_schedule where workspace_id = ? and id = ?")) {
                delete.setObject(1, workspace);
                delete.setObject(2, id);
                return delete.executeUpdate();
            }
        });
        if (deleted == 0) {
            throw Problem.notFound("schedule", id);
        }
    }

    /** What became of a schedule's times, the last first. */
    Listing<ScheduleRun> runs(UUID workspace, UUID schedule, Listing.Window window) {
        String sql =
                """
                select id, slot, at, report_id, reused, failure from report_schedule_run
                where workspace_id = ? and schedule_id = ? and id < ? order by id desc limit ?""";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                select.setObject(2, schedule);
                select.setObject(3, window.before());
                select.setInt(4, window.limit() + 1);
                List<ScheduleRun> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new ScheduleRun(
                                row.getObject("id", UUID.class),
                                instant(row, "slot"),
                                instant(row, "at"),
                                row.getObject("report_id", UUID.class),
                                row.getBoolean("reused"),
                                row.getString("failure")));
                    }
                }
                return Listing.of(found, window, ScheduleRun::id, run -> run);
            }
        });
    }

    private static List<ReportSchedule> select(Connection connection, String sql, UUID workspace, UUID id)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, id);
            List<ReportSchedule> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(schedule(row));
                }
            }
            return found;
        }
    }

    /** Of a row with {@link #COLUMNS}. */
    static ReportSchedule schedule(ResultSet row) throws SQLException {
        return new ReportSchedule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("questionnaire_id", UUID.class),
                row.getObject("version", Integer.class),
                json(row.getString("report")),
                row.getString("cron"),
                row.getString("every"),
                row.getObject("first", LocalDateTime.class),
                row.getString("time_zone"),
                row.getBoolean("paused"),
                instant(row, "created_at"),
                row.getObject("next_at") == null ? null : instant(row, "next_at"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL holds JSON that can't be read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
