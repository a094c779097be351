package io.earshot.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks of all workspaces, and the log of their deliveries. */
@Singleton
class Webhooks {
    static final int MOST = 20;
    private static final Duration OLD_SECRET_SIGNS = Duration.ofHours(24);

    private final Database database;
    private final WebhookOutbox outbox;
    private final Clock clock;

    Webhooks(Database database, WebhookOutbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws Problem 409 if the workspace has {@link #MOST} already */
    Webhook create(UUID workspace, String url, List<String> events) {
        if (list(workspace).size() >= MOST) {
            throw Problem.conflict("too-many-webhooks", "A workspace has " + MOST + " webhooks at most; delete one.");
        }
        Webhook webhook = new Webhook(
                UuidCreator.getTimeOrderedEpoch(), url, events, true, clock.instant(), Signature.newSecret());
        change(
                "insert into webhook (id, workspace_id, url, events, enabled, secret, created_at) values (?, ?, ?, ?, true, ?, ?)",
                webhook.id(),
                workspace,
                url,
                events.toArray(new String[0]),
                webhook.secret(),
                utc(webhook.createdAt()));
        outbox.forget(workspace);
        return webhook;
    }

    List<Webhook> list(UUID workspace) {
        return select("workspace_id = ?", workspace);
    }

    /** @throws Problem 404 if there is none */
    Webhook get(UUID workspace, UUID id) {
        return select("workspace_id = ? and id = ?", workspace, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("webhook", id));
    }

    void update(UUID workspace, Webhook webhook) {
        change(
                "update webhook set url = ?, events = ?, enabled = ? where workspace_id = ? and id = ?",
                webhook.url(),
                webhook.events().toArray(new String[0]),
                webhook.enabled(),
                workspace,
                webhook.id());
        outbox.forget(workspace);
    }

    /** With its deliveries. @throws Problem 404 if there is none */
    void delete(UUID workspace, UUID id) {
        if (change("delete from webhook where workspace_id = ? and id = ?", workspace, id) == 0) {
            throw Problem.notFound("webhook", id);
        }
        change("delete from webhook_delivery where workspace_id = ? and webhook_id = ?", workspace, id);
        outbox.forget(workspace);
    }

    /** A new secret; the old one signs as well for a day. */
    Webhook rotate(UUID workspace, UUID id) {
        Webhook webhook = get(workspace, id);
        String secret = Signature.newSecret();
        change(
                "update webhook set previous_secret = secret, previous_until = ?, secret = ? where workspace_id = ? and id = ?",
                utc(clock.instant().plus(OLD_SECRET_SIGNS)),
                secret,
                workspace,
                id);
        return new Webhook(id, webhook.url(), webhook.events(), webhook.enabled(), webhook.createdAt(), secret);
    }

    /** The newest first. @param before an id of a delivery; null to begin */
    List<Delivery> deliveries(UUID workspace, UUID webhook, @Nullable String status, UUID before, int limit) {
        String sql = "select id, type, status, attempts, log, created_at, next_at, finished_at from webhook_delivery"
                + " where workspace_id = ? and webhook_id = ? and id < ?" + (status == null ? "" : " and status = ?")
                + " order by id desc limit " + limit;
        Object[] values = status == null
                ? new Object[] {workspace, webhook, before}
                : new Object[] {workspace, webhook, before, status};
        return query(
                sql,
                row -> {
                    boolean waiting = row.getString("status").equals("waiting");
                    return new Delivery(
                            row.getObject("id", UUID.class),
                            row.getString("type"),
                            row.getString("status"),
                            row.getInt("attempts"),
                            row.getString("log"),
                            time(row, "created_at"),
                            waiting ? time(row, "next_at") : null,
                            row.getObject("finished_at") == null ? null : time(row, "finished_at"));
                },
                values);
    }

    /** Tries one again from the start. @throws Problem 404 if there is none */
    void replay(UUID workspace, UUID webhook, UUID delivery) {
        String sql = "update webhook_delivery set status = 'waiting', attempts = 0, next_at = ?, finished_at = null"
                + " where workspace_id = ? and webhook_id = ? and id = ?";
        if (change(sql, utc(clock.instant()), workspace, webhook, delivery) == 0) {
            throw Problem.notFound("delivery", delivery);
        }
    }

    /** Tries all dead ones again that were made since then. @return how many */
    int replaySince(UUID workspace, UUID webhook, Instant from) {
        return change(
                "update webhook_delivery set status = 'waiting', attempts = 0, next_at = ?, finished_at = null"
                        + " where workspace_id = ? and webhook_id = ? and status = 'dead' and created_at >= ?",
                utc(clock.instant()),
                workspace,
                webhook,
                utc(from));
    }

    /** Puts a delivery of type {@code ping} into the outbox, which every webhook gets. */
    UUID ping(UUID workspace, UUID webhook) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        OffsetDateTime now = utc(clock.instant());
        change(
                "insert into webhook_delivery (id, workspace_id, webhook_id, type, subject, created_at, next_at)"
                        + " values (?, ?, ?, 'ping', '', ?, ?)",
                id,
                workspace,
                webhook,
                now,
                now);
        return id;
    }

    private List<Webhook> select(String where, Object... values) {
        String sql = "select id, url, events, enabled, created_at from webhook where " + where + " order by id desc";
        return query(
                sql,
                row -> new Webhook(
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        List.of((String[]) row.getArray("events").getArray()),
                        row.getBoolean("enabled"),
                        time(row, "created_at"),
                        null),
                values);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        return database.run(connection -> {
            try (PreparedStatement select = prepared(connection, sql, values);
                    ResultSet row = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reading.of(row));
                }
                return found;
            }
        });
    }

    private int change(String sql, @Nullable Object... values) {
        return database.run(connection -> {
            try (PreparedStatement update = prepared(connection, sql, values)) {
                return update.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] words) {
                statement.setArray(i + 1, connection.createArrayOf("text", words));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
