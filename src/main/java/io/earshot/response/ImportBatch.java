package io.earshot.response;

import io.earshot.device.Signals;
import io.earshot.workspace.RespondentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one file, many to a statement, within the caller's transaction. */
final class ImportBatch {
    private static final int ROWS = 1000;

    private final Connection connection;
    private final UUID workspace;
    private final UUID questionnaire;
    private final int version;
    private final Instant receivedAt;
    private final ImportResult.Tally tally = new ImportResult.Tally();
    private final List<ImportedRow> good = new ArrayList<>();
    private final List<ImportedRow> bad = new ArrayList<>();

    ImportBatch(Connection connection, UUID workspace, UUID questionnaire, int version, Instant receivedAt) {
        this.connection = connection;
        this.workspace = workspace;
        this.questionnaire = questionnaire;
        this.version = version;
        this.receivedAt = receivedAt;
    }

    void add(ImportedRow row) throws SQLException {
        (row.faults.isEmpty() ? good : bad).add(row);
        if (good.size() + bad.size() >= ROWS) {
            flush();
        }
    }

    ImportResult finish() throws SQLException {
        flush();
        return tally.result();
    }

    private void flush() throws SQLException {
        if (!good.isEmpty()) {
            store();
        }
        if (!bad.isEmpty()) {
            Quarantine.keep(connection, bad.stream().map(this::refused).toList());
            bad.forEach(tally::rejected);
        }
        good.clear();
        bad.clear();
    }

    private void store() throws SQLException {
        int inserted = insert();
        Set<UUID> taken = inserted < good.size() ? taken() : Set.of();
        int refused = 0;
        for (ImportedRow row : good) {
            if (taken.contains(row.id(questionnaire))) {
                row.fault(
                        ImportField.ID.column,
                        "other-questionnaire",
                        "This respondent has a response " + row.id(questionnaire)
                                + " to another questionnaire or version; give each response an id of its own.");
                bad.add(row);
                refused++;
            }
        }
        int accepted = good.size() - refused;
        tally.accepted(accepted, accepted - inserted);
    }

    private int insert() throws SQLException {
        String sql =
                """
                insert into response (workspace_id, questionnaire_id, version, received_at, sequence, status,
                    respondent_key, id, respondent, language, answers, context, started_at, occurred_at, submitted_at)
                select ?, ?, ?, ?, 0, 'complete',
                    row.key, row.id, row.respondent, row.language, row.answers::jsonb, row.context::jsonb,
                    row.started_at, row.submitted_at, row.submitted_at
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[])
                    as row (key, id, respondent, language, answers, context, started_at, submitted_at)
                on conflict (respondent_key, id) do nothing""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, workspace);
            insert.setObject(2, questionnaire);
            insert.setInt(3, version);
            insert.setObject(4, receivedAt.atOffset(ZoneOffset.UTC));
            array(insert, 5, "uuid", this::key);
            array(insert, 6, "uuid", row -> row.id(questionnaire));
            array(insert, 7, "text", row -> row.respondent(questionnaire));
            array(insert, 8, "text", row -> row.language);
            array(insert, 9, "text", row -> ResponseJson.text(row.answers));
            array(insert, 10, "text", row -> ResponseJson.text(row.metadata));
            array(insert, 11, "timestamptz", row -> time(row.startedAt));
            array(insert, 12, "timestamptz", row -> time(row.submittedAt));
            return insert.executeUpdate();
        }
    }

    /** The ids of rows that could not be stored because their respondent answered something else under them. */
    private Set<UUID> taken() throws SQLException {
        String sql =
                """
                select response.id
                from unnest(?::uuid[], ?::uuid[]) as row (key, id)
                join response on response.respondent_key = row.key and response.id = row.id
                where response.workspace_id = ? and (response.questionnaire_id <> ? or response.version <> ?)""";
        Set<UUID> taken = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            array(select, 1, "uuid", this::key);
            array(select, 2, "uuid", row -> row.id(questionnaire));
            select.setObject(3, workspace);
            select.setObject(4, questionnaire);
            select.setInt(5, version);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getObject(1, UUID.class));
                }
            }
        }
        return taken;
    }

    private void array(PreparedStatement statement, int at, String type, Function<ImportedRow, @Nullable Object> value)
            throws SQLException {
        statement.setArray(
                at, connection.createArrayOf(type, good.stream().map(value).toArray()));
    }

    private UUID key(ImportedRow row) {
        return RespondentKey.of(workspace, row.respondent(questionnaire)).value();
    }

    private Quarantined refused(ImportedRow row) {
        return new Quarantined(
                workspace,
                Quarantined.Kind.IMPORT,
                null,
                row.respondent,
                row.id,
                questionnaire.toString(),
                version,
                ResponseJson.text(row.cells),
                ResponseJson.text(Signals.NONE),
                row.faults,
                receivedAt);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
