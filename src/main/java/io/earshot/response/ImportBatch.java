package io.earshot.response;

import io.earshot.device.Signals;
import io.earshot.problem.Fault;
import io.earshot.workspace.RespondentKey;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes the rows of one file within the caller's transaction: many at once by {@code COPY} into a table of its own, from
 * there by one statement to where they belong.
 */
final class ImportBatch {
    private static final int ROWS = 5000;
    private static final int CHARACTERS = 8_000_000;

    private static final String STAGING =
            """
            create temporary table import_row (line bigint, respondent_key uuid, id uuid, respondent text, language text,
                status text, test boolean, answers json, presented json, timings json, context json, consent json,
                started_at timestamptz, submitted_at timestamptz, body text) on commit drop""";

    // In the order of the key, so that two imports wait for each other and never in a circle.
    private static final String STORE =
            """
            insert into response (workspace_id, questionnaire_id, version, received_at, sequence, status, test,
                respondent_key, id, respondent, language, answers, presented, timings, context, consent,
                started_at, occurred_at, submitted_at)
            select ?, ?, ?, ?, 0, status, test, respondent_key, id, respondent, language, answers, presented, timings,
                context, consent, started_at, submitted_at, case when status = 'complete' then submitted_at end
            from import_row order by respondent_key, id
            on conflict (respondent_key, id) do nothing""";

    private static final String TAKEN =
            """
            select row.line, row.id, row.respondent, row.body
            from import_row as row join response on response.respondent_key = row.respondent_key and response.id = row.id
            where response.workspace_id = ? and (response.questionnaire_id <> ? or response.version <> ?)
            order by row.line""";

    private final Connection connection;
    private final UUID workspace;
    private final UUID questionnaire;
    private final int version;
    private final Instant receivedAt;
    private final boolean anonymous;
    private final ImportWatch watch;
    private final CopyManager copy;
    private final ImportResult.Tally tally = new ImportResult.Tally();
    private final CopyText good = new CopyText();
    private final List<Quarantined> bad = new ArrayList<>();

    ImportBatch(
            Connection connection,
            UUID workspace,
            UUID questionnaire,
            int version,
            Instant receivedAt,
            boolean anonymous,
            ImportWatch watch)
            throws SQLException {
        this.connection = connection;
        this.workspace = workspace;
        this.questionnaire = questionnaire;
        this.version = version;
        this.receivedAt = receivedAt;
        this.anonymous = anonymous;
        this.watch = watch;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement create = connection.createStatement()) {
            create.execute(STAGING);
        }
    }

    void add(ImportedRow row) throws SQLException {
        if (row.faults.isEmpty()) {
            stage(row);
        } else {
            UUID own = row.id;
            refuse(
                    row.line,
                    own == null || !anonymous ? own : Anonymity.id(workspace, own),
                    row.respondent,
                    row.body(),
                    row.faults);
        }
        if (good.rows() + bad.size() >= ROWS || good.characters() >= CHARACTERS) {
            flush();
        }
    }

    ImportResult finish() throws SQLException {
        flush();
        return tally.result();
    }

    private void stage(ImportedRow row) {
        UUID id = anonymous ? Anonymity.id(workspace, row.id(questionnaire)) : row.id(questionnaire);
        String respondent = anonymous ? Anonymity.respondent(id) : row.respondent(questionnaire);
        Instant told = row.submittedAt;
        Instant submittedAt = anonymous && told != null ? Anonymity.day(told) : told;
        good.field(Long.toString(row.line))
                .field(RespondentKey.of(workspace, respondent).value().toString())
                .field(id.toString())
                .field(respondent)
                .field(row.language)
                .field(row.status.word())
                .field(Boolean.toString(row.test))
                .field(ResponseJson.text(row.answers))
                .field(ResponseJson.text(row.presented))
                .field(ResponseJson.text(row.timings))
                .field(ResponseJson.text(row.metadata))
                .field(row.consent == null ? null : ResponseJson.text(row.consent))
                .field(row.startedAt == null ? null : row.startedAt.toString())
                .field(submittedAt == null ? null : submittedAt.toString())
                .field(row.body())
                .endRow();
    }

    private void flush() throws SQLException {
        if (good.rows() > 0) {
            store();
        }
        if (!bad.isEmpty()) {
            Quarantine.keep(connection, bad);
            bad.clear();
        }
        watch.at(tally.read(), tally.rejected());
    }

    private void store() throws SQLException {
        int staged = good.rows();
        try {
            copy.copyIn("copy import_row from stdin", new StringReader(good.take()));
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can be read", e);
        }
        int inserted = insert();
        int taken = inserted < staged ? refuseTaken() : 0;
        tally.accepted(staged - taken, staged - taken - inserted);
        try (Statement empty = connection.createStatement()) {
            empty.execute("truncate import_row");
        }
    }

    private int insert() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STORE)) {
            insert.setObject(1, workspace);
            insert.setObject(2, questionnaire);
            insert.setInt(3, version);
            insert.setObject(4, receivedAt.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }

    /** Those that could not be stored because their respondent answered something else under their id. */
    private int refuseTaken() throws SQLException {
        int count = 0;
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            select.setInt(3, version);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    Fault fault = new Fault(
                            Fault.segment(ImportField.ID.column),
                            "other-questionnaire",
                            "This respondent has a response " + id
                                    + " to another questionnaire or version; give each response an id of its own.");
                    refuse(row.getLong("line"), id, row.getString("respondent"), row.getString("body"), List.of(fault));
                    count++;
                }
            }
        }
        return count;
    }

    private void refuse(long line, @Nullable UUID id, @Nullable String respondent, String body, List<Fault> faults) {
        tally.rejected(line, faults);
        bad.add(new Quarantined(
                workspace,
                Quarantined.Kind.IMPORT,
                null,
                respondent,
                id,
                questionnaire.toString(),
                version,
                body,
                ResponseJson.text(Signals.NONE),
                faults,
                receivedAt));
    }
}
