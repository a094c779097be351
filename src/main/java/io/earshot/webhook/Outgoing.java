package io.earshot.webhook;

import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox as those see it who empty it: any number of nodes, each of which may die at any time. */
@Singleton
class Outgoing {
    private static final int LOGGED_ATTEMPTS = 20;

    private final Database database;
    private final Clock clock;

    Outgoing(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param attempt from 1 @param secrets the newest first */
    record Attempt(
            UUID delivery,
            UUID workspace,
            UUID webhook,
            String type,
            String subject,
            Instant createdAt,
            int attempt,
            String url,
            List<String> secrets) {
        Attempt {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * Takes what is due. It is due again after a while, for another node to take, unless it is settled before.
     *
     * @param busy webhooks of which none is to be taken
     */
    List<Attempt> take(int most, Duration lease, Collection<UUID> busy) {
        String sql =
                """
                with due as (
                    select delivery.id from webhook_delivery as delivery join webhook on webhook.id = delivery.webhook_id
                    where delivery.status = 'waiting' and delivery.next_at <= ? and webhook.enabled
                        and delivery.webhook_id <> all (?::uuid[])
                    order by delivery.next_at limit ? for update of delivery skip locked)
                update webhook_delivery as delivery set attempts = attempts + 1, next_at = ?
                from due, webhook
                where delivery.id = due.id and webhook.id = delivery.webhook_id
                returning delivery.id, delivery.workspace_id, delivery.webhook_id, delivery.type, delivery.subject,
                    delivery.created_at, delivery.attempts, webhook.url, webhook.secret,
                    case when webhook.previous_until > ? then webhook.previous_secret end as previous""";
        return database.run(connection -> {
            Instant now = clock.instant();
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, utc(now));
                update.setArray(2, connection.createArrayOf("uuid", busy.toArray()));
                update.setInt(3, most);
                update.setObject(4, utc(now.plus(lease)));
                update.setObject(5, utc(now));
                List<Attempt> taken = new ArrayList<>();
                try (ResultSet row = update.executeQuery()) {
                    while (row.next()) {
                        taken.add(attempt(row));
                    }
                }
                return taken;
            }
        });
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        String previous = row.getString("previous");
        String secret = row.getString("secret");
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("url"),
                previous == null ? List.of(secret) : List.of(secret, previous));
    }

    void delivered(Attempt attempt, String logged) {
        settle(attempt, "delivered", null, logged);
    }

    void gone(Attempt attempt) {
        settle(attempt, "gone", null, null);
    }

    /** @param next when to try again; null if never */
    void failed(Attempt attempt, @Nullable Instant next, String logged) {
        settle(attempt, next == null ? "dead" : "waiting", next, logged);
    }

    /** The receiver wants no more: 410. */
    void disable(Attempt attempt) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update webhook set enabled = false where id = ? and workspace_id = ?")) {
                update.setObject(1, attempt.webhook());
                update.setObject(2, attempt.workspace());
                return update.executeUpdate();
            }
        });
    }

    /** Deletes from the log what is over for so long, and what belongs to no webhook any more. */
    int forget(Duration keep) {
        String sql =
                """
                delete from webhook_delivery where id in (select id from webhook_delivery where finished_at < ? limit 10000)
                    or (status = 'waiting' and next_at < ? and not exists (
                        select from webhook where webhook.id = webhook_delivery.webhook_id))""";
        return database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setObject(1, utc(clock.instant().minus(keep)));
                delete.setObject(2, utc(clock.instant()));
                return delete.executeUpdate();
            }
        });
    }

    private void settle(Attempt attempt, String status, @Nullable Instant next, @Nullable String logged) {
        // Only if it is still this attempt's: another node may have taken it for dead.
        String sql =
                """
                update webhook_delivery set status = ?, next_at = coalesce(?, next_at), finished_at = ?,
                    log = case when ?::jsonb is null then log
                        else jsonb_path_query_array(?::jsonb || log, '$[0 to %d]') end
                where id = ? and attempts = ? and status = 'waiting'"""
                        .formatted(LOGGED_ATTEMPTS - 1);
        database.run(connection -> settle(connection, sql, attempt, status, next, logged));
    }

    private int settle(
            Connection connection,
            String sql,
            Attempt attempt,
            String status,
            @Nullable Instant next,
            @Nullable String logged)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, status);
            update.setObject(2, next == null ? null : utc(next), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setObject(3, status.equals("waiting") ? null : utc(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setString(4, logged);
            update.setString(5, logged);
            update.setObject(6, attempt.delivery());
            update.setInt(7, attempt.attempt());
            return update.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
