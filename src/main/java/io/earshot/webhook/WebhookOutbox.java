package io.earshot.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.workspace.RowParameters;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Where events wait for their delivery, written in the transaction that makes them happen: both are there or neither. A
 * workspace that nobody listens to costs a look into a cache.
 */
@Singleton
public class WebhookOutbox {
    /** How long another node's new webhook may go unnoticed. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<UUID, List<Subscription>> subscriptions = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    WebhookOutbox(Clock clock) {
        this.clock = clock;
    }

    private record Subscription(UUID webhook, Set<String> types) {}

    private record Due(UUID webhook, WebhookEvent event) {}

    /** Whether anybody wants to know of any event of the workspace. */
    public boolean isListenedTo(Connection connection, UUID workspace) {
        return !of(connection, workspace).isEmpty();
    }

    /** Writes what somebody listens to, by one statement within the caller's transaction. */
    public void write(Connection connection, List<WebhookEvent> events) throws SQLException {
        List<Due> due = new ArrayList<>();
        for (WebhookEvent event : events) {
            for (Subscription subscription : of(connection, event.workspace())) {
                if (subscription.types().contains(event.type())) {
                    due.add(new Due(subscription.webhook(), event));
                }
            }
        }
        if (due.isEmpty()) {
            return;
        }
        String sql =
                """
                insert into webhook_delivery (id, workspace_id, webhook_id, type, subject, created_at, next_at)
                select given.id, given.workspace_id, given.webhook_id, given.type, given.subject, ?, ?
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                    as given (id, workspace_id, webhook_id, type, subject)
                join webhook on webhook.id = given.webhook_id and webhook.enabled""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            new RowParameters<>(insert, 3, due)
                    .add("uuid", one -> UuidCreator.getTimeOrderedEpoch())
                    .add("uuid", one -> one.event().workspace())
                    .add("uuid", Due::webhook)
                    .add("text", one -> one.event().type())
                    .add("text", one -> one.event().subject());
            insert.executeUpdate();
        }
    }

    /** Makes this node see at once what has changed. */
    void forget(UUID workspace) {
        subscriptions.invalidate(workspace);
    }

    // On the caller's own connection: a writer that waited for a second one could wait for itself.
    private List<Subscription> of(Connection connection, UUID workspace) {
        return subscriptions.get(workspace, id -> find(connection, id));
    }

    private static List<Subscription> find(Connection connection, UUID workspace) {
        try (PreparedStatement select =
                connection.prepareStatement("select id, events from webhook where workspace_id = ? and enabled")) {
            select.setObject(1, workspace);
            List<Subscription> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String[] types = (String[]) row.getArray("events").getArray();
                    found.add(new Subscription(row.getObject("id", UUID.class), Set.of(types)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the webhooks of workspace " + workspace + " could not be read", e);
        }
    }
}
