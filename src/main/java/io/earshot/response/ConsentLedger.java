package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.workspace.RowParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each change of a respondent's consent, with the response that told it; never changed afterwards. */
final class ConsentLedger {
    private static final String NOTE =
            """
            insert into consent_change (respondent_key, id, workspace_id, state, policy_version, source, at)
            select given.respondent_key, given.id, given.workspace_id, given.state, given.policy_version, given.source,
                given.at
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                as given (respondent_key, id, workspace_id, state, policy_version, source, at)
            left join lateral (
                select state, policy_version from consent_change as earlier
                where earlier.respondent_key = given.respondent_key order by at desc, id desc limit 1) as last on true
            where last.state is distinct from given.state or last.policy_version is distinct from given.policy_version
            order by given.respondent_key, given.id""";

    private ConsentLedger() {}

    private record Change(ValidResponse response, String state, @Nullable String policyVersion) {}

    /** Of those that were written just now; in the transaction that wrote them. */
    static void note(Connection connection, List<ValidResponse> responses, List<ResponseBatch.Result> results)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            Written written = results.get(i).written();
            JsonNode consent = responses.get(i).submission().consent();
            if (written != null && written.isChange() && consent != null) {
                String state = consent.path("state").textValue();
                if (state != null) {
                    changes.add(new Change(
                            responses.get(i),
                            state,
                            consent.path("policyVersion").textValue()));
                }
            }
        }
        if (!changes.isEmpty()) {
            insert(connection, changes);
        }
    }

    private static void insert(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            new RowParameters<>(note, changes)
                    .add("uuid", change -> change.response().respondentKey().value())
                    .add("uuid", change -> UuidCreator.getTimeOrderedEpoch())
                    .add("uuid", change -> change.response().workspace())
                    .add("text", Change::state)
                    .add("text", Change::policyVersion)
                    .add("text", change -> "response:" + change.response().id())
                    .add("timestamptz", change -> change.response().receivedAt().toString());
            note.executeUpdate();
        }
    }
}
