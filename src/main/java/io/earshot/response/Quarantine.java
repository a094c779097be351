package io.earshot.response;

import io.earshot.device.Signals;
import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was refused, kept so that nothing a respondent gave is lost because a client was wrong. */
@Singleton
final class Quarantine {
    private static final String COLUMNS =
            "id, kind, app_id, response_id, questionnaire, version, body, signals, faults, received_at";

    private final Database database;

    Quarantine(Database database) {
        this.database = database;
    }

    /** One of them with what a replay needs. */
    record Kept(QuarantineItem item, @Nullable UUID app, Signals signals) {}

    /** Durable when it returns. What is there already stays as it is. */
    void keep(Quarantined refused) {
        database.run(connection -> {
            keep(connection, List.of(refused));
            return refused;
        });
    }

    static void keep(Connection connection, List<Quarantined> refused) throws SQLException {
        String sql =
                """
                insert into quarantine (workspace_id, id, kind, app_id, respondent_key, response_id, questionnaire, version,
                    body, signals, faults, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                on conflict (workspace_id, id) do nothing""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Quarantined one : refused) {
                Object[] values = {
                    one.workspace(),
                    one.id(),
                    one.kind().word(),
                    one.app(),
                    respondentKey(one),
                    one.response(),
                    one.questionnaire(),
                    one.version(),
                    one.body(),
                    one.signals(),
                    ResponseJson.text(one.faults()),
                    one.receivedAt().atOffset(ZoneOffset.UTC)
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Which items; null is any.
     *
     * @param code of one of the faults
     * @param from first time of receipt
     * @param to   the time of receipt before which it ends
     */
    record Filter(
            @Nullable UUID questionnaire,
            Quarantined.@Nullable Kind kind,
            @Nullable String code,
            @Nullable Instant from,
            @Nullable Instant to) {}

    QuarantineItem.Page page(UUID workspace, Filter filter, @Nullable Cursor after, int limit) {
        List<Object> values = new ArrayList<>(List.of(workspace));
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from quarantine where workspace_id = ?");
        if (filter.questionnaire() != null) {
            sql.append(" and questionnaire = ?");
            values.add(filter.questionnaire().toString());
        }
        if (filter.kind() != null) {
            sql.append(" and kind = ?");
            values.add(filter.kind().word());
        }
        if (filter.code() != null) {
            sql.append(" and faults @> jsonb_build_array(jsonb_build_object('code', ?))");
            values.add(filter.code());
        }
        if (filter.from() != null) {
            sql.append(" and received_at >= ?");
            values.add(filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            sql.append(" and received_at < ?");
            values.add(filter.to().atOffset(ZoneOffset.UTC));
        }
        if (after != null) {
            sql.append(" and (received_at, id) > (?, ?)");
            values.add(after.receivedAt().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
        sql.append(" order by received_at, id limit ").append(limit + 1);
        List<QuarantineItem> found =
                select(sql.toString(), values).stream().map(Kept::item).toList();
        boolean more = found.size() > limit;
        List<QuarantineItem> items = more ? found.subList(0, limit) : found;
        QuarantineItem last = more ? items.get(limit - 1) : null;
        return new QuarantineItem.Page(
                items, last == null ? null : new Cursor(last.receivedAt(), last.id()).toString());
    }

    /** @throws Problem 404 if there is none */
    Kept get(UUID workspace, UUID id) {
        String sql = "select " + COLUMNS + " from quarantine where workspace_id = ? and id = ?";
        return select(sql, List.of(workspace, id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("quarantined item", id));
    }

    /** @return false if there is none */
    boolean release(UUID workspace, UUID id) {
        return database.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from quarantine where workspace_id = ? and id = ?")) {
                delete.setObject(1, workspace);
                delete.setObject(2, id);
                return delete.executeUpdate() == 1;
            }
        });
    }

    private List<Kept> select(String sql, List<Object> values) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                List<Kept> kept = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Signals signals = ResponseJson.read(row.getString("signals"), Signals.class);
                        kept.add(new Kept(QuarantineItem.of(row), row.getObject("app_id", UUID.class), signals));
                    }
                }
                return kept;
            }
        });
    }

    private static @Nullable UUID respondentKey(Quarantined refused) {
        String respondent = refused.respondent();
        return respondent == null || respondent.isEmpty()
                ? null
                : RespondentKey.of(refused.workspace(), respondent).value();
    }
}
