package io.earshot.quality;

import io.earshot.workspace.RowParameters;
import io.earshot.workspace.Sha256;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who first gave a value to a questionnaire: what makes a later one a repetition. */
@Singleton
class FirstValues {
    // Of two in the same batch the one that came first; of one that another batch brought meanwhile, that one. A
    // response
    // that has been erased since it was read is nobody's first.
    private static final String KEEP =
            """
            insert into quality_value (workspace_id, questionnaire_id, variable, digest, respondent_key, response_id)
            select distinct on (given.variable, given.digest)
                response.workspace_id, ?::uuid, given.variable, given.digest, given.respondent_key, given.response_id
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[]) with ordinality
                as given (variable, digest, respondent_key, response_id, place)
            join response on response.respondent_key = given.respondent_key and response.id = given.response_id
            order by given.variable, given.digest, given.place
            on conflict do nothing""";

    private static final String REPEATED =
            """
            select distinct given.response_id
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[]) as given (variable, digest, respondent_key, response_id)
            join quality_value as first on first.questionnaire_id = ? and first.variable = given.variable
                and first.digest = given.digest
            where (first.respondent_key, first.response_id) <> (given.respondent_key, given.response_id)""";

    /** A value of a variable, or of an attribute, in a response. */
    record Value(String variable, String value, Judged in) {
        UUID digest() {
            return Sha256.half(value);
        }
    }

    /**
     * Keeps who was first with each value that is new, within the caller's transaction.
     *
     * @param values in the order of receipt
     * @return the responses with a value that another one gave before
     */
    Set<UUID> repeated(Connection connection, UUID questionnaire, List<Value> values) throws SQLException {
        if (values.isEmpty()) {
            return Set.of();
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, questionnaire);
            bind(insert, 2, values);
            insert.executeUpdate();
        }
        Set<UUID> repeated = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(REPEATED)) {
            bind(select, 1, values);
            select.setObject(5, questionnaire);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    repeated.add(row.getObject(1, UUID.class));
                }
            }
        }
        return repeated;
    }

    private static void bind(PreparedStatement statement, int first, List<Value> values) throws SQLException {
        new RowParameters<>(statement, first, values)
                .add("text", Value::variable)
                .add("uuid", Value::digest)
                .add("uuid", value -> value.in().respondentKey())
                .add("uuid", value -> value.in().id());
    }
}
