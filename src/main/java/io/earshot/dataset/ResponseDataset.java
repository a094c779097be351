package io.earshot.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.flow.Flow;
import io.earshot.questionnaire.flow.Known;
import io.earshot.questionnaire.flow.Passage;
import io.earshot.questionnaire.logic.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored responses into columns, in the order they were received. Test responses are left out. A variable without an
 * answer is {@link Missing#NO_ANSWER} in a complete response, if it may have been asked there, and otherwise {@link
 * Missing#NOT_ASKED}, as in a partial one, which may have ended before.
 */
@ApplicationScoped
public class ResponseDataset {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FETCH_SIZE = 1_000;

    private final AgroalDataSource database;

    ResponseDataset(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Which responses to read.
     *
     * @param statuses one or both of {@code partial} and {@code complete}
     */
    public record Selection(UUID workspace, UUID questionnaire, int version, List<String> statuses) {
        public Selection {
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * What was read.
     *
     * @param otherVersions responses of such statuses to other versions of the questionnaire, which were not read
     * @param first         when the earliest answer was given; empty if no response tells
     */
    public record Reading(
            Extract extract,
            long complete,
            long partial,
            long otherVersions,
            Optional<Instant> first,
            Optional<Instant> last) {}

    /** @param progress told the part read so far, from 0 to 1; may throw to stop */
    public Reading read(Selection selection, Questionnaire questionnaire, DoubleConsumer progress) {
        try (Connection connection = database.getConnection()) {
            // One snapshot, so that the counts on the cover are those of the rows; and a stream needs a transaction.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                Summary summary = summary(connection, selection);
                Extract extract = extract(connection, selection, questionnaire, summary, progress);
                return new Reading(
                        extract,
                        summary.complete,
                        summary.partial,
                        summary.otherVersions,
                        Optional.ofNullable(summary.first),
                        Optional.ofNullable(summary.last));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("responses to " + selection.questionnaire() + " could not be read", e);
        }
    }

    private record Summary(
            long complete, long partial, long otherVersions, @Nullable Instant first, @Nullable Instant last) {}

    private static Summary summary(Connection connection, Selection selection) throws SQLException {
        String sql =
                """
                select count(*) filter (where version = ? and status = 'complete') as complete,
                       count(*) filter (where version = ? and status = 'partial') as partial,
                       count(*) filter (where version <> ?) as other_versions,
                       min(coalesce(submitted_at, occurred_at)) filter (where version = ?) as first,
                       max(coalesce(submitted_at, occurred_at)) filter (where version = ?) as last
                from response
                where workspace_id = ? and questionnaire_id = ? and status = any (?) and not test and over_quota = '{}'""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 5; i++) {
                select.setInt(i, selection.version());
            }
            select.setObject(6, selection.workspace());
            select.setObject(7, selection.questionnaire());
            select.setArray(
                    8, connection.createArrayOf("text", selection.statuses().toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Summary(
                        row.getLong("complete"),
                        row.getLong("partial"),
                        row.getLong("other_versions"),
                        instant(row, "first"),
                        instant(row, "last"));
            }
        }
    }

    private static Extract extract(
            Connection connection,
            Selection selection,
            Questionnaire questionnaire,
            Summary summary,
            DoubleConsumer progress)
            throws SQLException {
        String sql =
                """
                select id, respondent, started_at, submitted_at, language, status, answers, context
                from response
                where workspace_id = ? and questionnaire_id = ? and version = ? and status = any (?) and not test and over_quota = '{}'
                order by received_at, id""";
        Identity identity = new Identity();
        AttributeColumns attributes = new AttributeColumns();
        Supplement supplement = new Supplement(questionnaire);
        Flow flow = Flow.of(questionnaire);
        Map<String, AnswerColumn> answers = new LinkedHashMap<>();
        for (Variable variable : questionnaire.variables()) {
            answers.put(variable.name(), AnswerColumn.of(variable));
        }
        int rows = 0;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_SIZE);
            select.setObject(1, selection.workspace());
            select.setObject(2, selection.questionnaire());
            select.setInt(3, selection.version());
            select.setArray(
                    4, connection.createArrayOf("text", selection.statuses().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String status = row.getString("status");
                    identity.add(
                            row.getString("id"),
                            row.getString("respondent"),
                            instant(row, "started_at"),
                            instant(row, "submitted_at"),
                            row.getString("language"),
                            status);
                    Map<String, JsonNode> given = supplement.to(json(row.getString("answers")));
                    add(answers, given, absences(flow, given, status));
                    attributes.add(json(row.getString("context")));
                    if (++rows % FETCH_SIZE == 0) {
                        progress.accept((double) rows / (summary.complete + summary.partial));
                    }
                }
            }
        }
        progress.accept(1);
        List<Column> columns = answers.values().stream()
                .flatMap(column -> column.build().stream())
                .toList();
        return new Extract(identity.build(), new Dataset(rows, columns), attributes.build());
    }

    /** Why a variable has no answer in a response. */
    private static Function<String, Missing> absences(Flow flow, Map<String, JsonNode> answers, String status) {
        if (!status.equals("complete")) {
            return variable -> Missing.NOT_ASKED;
        }
        if (flow.isSameForAll()) {
            return variable -> Missing.NO_ANSWER;
        }
        Passage passage = flow.pass(Known.of(answers));
        return variable -> passage.asked(variable) == Truth.NO ? Missing.NOT_ASKED : Missing.NO_ANSWER;
    }

    private static void add(
            Map<String, AnswerColumn> columns, Map<String, JsonNode> answers, Function<String, Missing> absence) {
        columns.forEach((name, column) -> {
            JsonNode answer = answers.get(name);
            if (answer == null) {
                column.addMissing(absence.apply(name));
            } else {
                column.add(answer);
            }
        });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL holds JSON that can't be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
