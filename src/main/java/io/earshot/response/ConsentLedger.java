package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.workspace.RespondentKey;
import io.earshot.workspace.RowParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row for each change of a respondent's consent, with the response that told it; never changed afterwards. */
final class ConsentLedger {
    static final String GRANTED = "granted";
    static final String DECLINED = "declined";
    static final String WITHDRAWN = "withdrawn";

    // What was said before a withdrawal, and is only told after it, doesn't undo it.
    private static final String NOTE =
            """
            insert into consent_change (respondent_key, id, workspace_id, state, policy_version, source, at)
            select given.respondent_key, given.id, given.workspace_id, given.state, given.policy_version, given.source,
                given.at
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                as given (respondent_key, id, workspace_id, state, policy_version, source, said, at)
            left join lateral (
                select state, policy_version, at from consent_change as earlier
                where earlier.respondent_key = given.respondent_key order by at desc, id desc limit 1) as last on true
            where (last.state is distinct from given.state or last.policy_version is distinct from given.policy_version)
                and (last.state is distinct from 'withdrawn' or given.state = 'withdrawn' or coalesce(given.said, given.at) > last.at)
            order by given.respondent_key, given.id""";

    private ConsentLedger() {}

    /**
     * What a respondent said.
     *
     * @param said when, by the client's clock; null if it tells no time, which is as if it was said on arrival
     */
    record Change(
            RespondentKey respondent,
            UUID workspace,
            String state,
            @Nullable String policyVersion,
            String source,
            @Nullable Instant said,
            Instant at) {}

    /** Of those that were written just now; in the transaction that wrote them. */
    static void note(Connection connection, List<ValidResponse> responses, List<ResponseBatch.Result> results)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            Written written = results.get(i).written();
            Submission sent = responses.get(i).submission();
            String state = sent.consentState();
            JsonNode consent = sent.consent();
            if (written != null && written.isChange() && state != null && consent != null) {
                ValidResponse response = responses.get(i);
                changes.add(new Change(
                        response.respondentKey(),
                        response.workspace(),
                        state,
                        consent.path("policyVersion").textValue(),
                        "response:" + response.id(),
                        sent.saidAt(),
                        response.receivedAt()));
            }
        }
        if (!changes.isEmpty()) {
            note(connection, changes);
        }
    }

    static void note(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            new RowParameters<>(note, changes)
                    .add("uuid", change -> change.respondent().value())
                    .add("uuid", change -> UuidCreator.getTimeOrderedEpoch())
                    .add("uuid", Change::workspace)
                    .add("text", Change::state)
                    .add("text", Change::policyVersion)
                    .add("text", Change::source)
                    .add("timestamptz", change -> text(change.said()))
                    .add("timestamptz", change -> change.at().toString());
            note.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** What was said last. */
    static Optional<StandingConsent> last(Connection connection, RespondentKey respondent) throws SQLException {
        String sql =
                """
                select state, policy_version, at from consent_change
                where respondent_key = ? order by at desc, id desc limit 1""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, respondent.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new StandingConsent(
                                row.getString("state"),
                                row.getString("policy_version"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }
}
