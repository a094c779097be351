package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of responses. */
@Singleton
public final class Responses {
    private static final int FETCH_SIZE = 500;

    // One statement, so that of writes at the same time the highest sequence stands, however they interleave. xmax is 0
    // in a row that was inserted and not in one that was updated.
    private static final String UPSERT =
            """
            insert into response (respondent_key, id, workspace_id, app_id, questionnaire_id, version, exposure_id,
                sequence, status, language, respondent, answers, presented, timings, context, consent, test,
                started_at, occurred_at, sent_at, received_at, submitted_at, dropped_attributes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?,
                ?, ?, ?, ?, ?, ?)
            on conflict (respondent_key, id) do update set
                exposure_id = coalesce(response.exposure_id, excluded.exposure_id),
                sequence = excluded.sequence, status = excluded.status, language = excluded.language,
                answers = excluded.answers, presented = excluded.presented, timings = excluded.timings,
                context = excluded.context, consent = excluded.consent, test = excluded.test,
                started_at = coalesce(excluded.started_at, response.started_at),
                occurred_at = excluded.occurred_at, sent_at = excluded.sent_at, received_at = excluded.received_at,
                submitted_at = excluded.submitted_at, dropped_attributes = excluded.dropped_attributes
            where response.workspace_id = excluded.workspace_id
                and response.questionnaire_id = excluded.questionnaire_id and response.version = excluded.version
                and response.status <> 'complete' and response.sequence < excluded.sequence
            returning xmax = 0 as created,\s"""
                    + StoredResponse.COLUMNS;

    private final Database database;

    Responses(Database database) {
        this.database = database;
    }

    /** What an export does with each response. */
    interface Each {
        void take(StoredResponse response);
    }

    /**
     * Durable when it returns.
     *
     * @throws Problem 409 if the id is that of a response to another questionnaire or version
     */
    Written write(ValidResponse response) {
        return database.run(connection -> {
            // Round again only if the response that was in the way has been erased meanwhile.
            while (true) {
                Optional<Written> written = upsert(connection, response);
                if (written.isPresent()) {
                    return written.get();
                }
                Optional<StoredResponse> stored =
                        find(connection, response.workspace(), response.respondentKey(), response.id());
                if (stored.isPresent()) {
                    return unchanged(response.submission(), stored.get());
                }
            }
        });
    }

    Optional<StoredResponse> find(UUID workspace, RespondentKey respondent, UUID id) {
        return database.run(connection -> find(connection, workspace, respondent, id));
    }

    /** In the order of receipt, which is that of the last change. */
    ResponsePage page(ResponseFilter filter, @Nullable Cursor after, int limit) {
        List<StoredResponse> found = new ArrayList<>();
        database.run(connection -> {
            // One more than asked for tells whether there is a next page.
            select(connection, filter, after, limit + 1, found::add);
            return found;
        });
        boolean more = found.size() > limit;
        List<StoredResponse> items = more ? found.subList(0, limit) : found;
        return new ResponsePage(items, more ? items.get(limit - 1).cursor().toString() : null);
    }

    /** All of them in the order of receipt, as they were when it began, at constant memory. */
    void forEach(ResponseFilter filter, Each each) {
        database.inTransaction(connection -> {
            select(connection, filter, null, null, each);
            return filter;
        });
    }

    private static Optional<Written> upsert(Connection connection, ValidResponse response) throws SQLException {
        Submission given = response.submission();
        try (PreparedStatement insert = connection.prepareStatement(UPSERT)) {
            Object[] values = {
                response.respondentKey().value(),
                response.id(),
                response.workspace(),
                response.app(),
                given.questionnaire(),
                given.version(),
                given.exposure(),
                given.sequence(),
                given.status().word(),
                given.language(),
                given.respondent(),
                ResponseJson.text(given.answers()),
                ResponseJson.text(given.presented()),
                ResponseJson.text(given.timings()),
                ResponseJson.text(response.metadata().attributes()),
                given.consent() == null ? null : ResponseJson.text(given.consent()),
                given.test()
            };
            int at = 0;
            for (Object value : values) {
                insert.setObject(++at, value);
            }
            time(insert, ++at, given.startedAt());
            time(insert, ++at, given.occurredAt());
            time(insert, ++at, given.sentAt());
            time(insert, ++at, response.receivedAt());
            time(insert, ++at, response.submittedAt());
            insert.setInt(++at, response.metadata().dropped());
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(new Written(outcome(row), StoredResponse.of(row))) : Optional.empty();
            }
        }
    }

    private static Written.Outcome outcome(ResultSet row) throws SQLException {
        return row.getBoolean("created") ? Written.Outcome.CREATED : Written.Outcome.UPDATED;
    }

    private static Written unchanged(Submission given, StoredResponse stored) {
        if (!stored.questionnaire().equals(given.questionnaire()) || stored.version() != given.version()) {
            throw Problem.conflict(
                    "other-questionnaire",
                    "Response " + stored.id() + " answers version " + stored.version() + " of questionnaire "
                            + stored.questionnaire() + ", not version " + given.version() + " of "
                            + given.questionnaire() + "; give each response an id of its own.");
        }
        boolean complete = stored.status() == ResponseStatus.COMPLETE;
        return new Written(complete ? Written.Outcome.ALREADY_COMPLETE : Written.Outcome.NOT_NEWER, stored);
    }

    private static Optional<StoredResponse> find(
            Connection connection, UUID workspace, RespondentKey respondent, UUID id) throws SQLException {
        String sql = "select " + StoredResponse.COLUMNS
                + " from response where respondent_key = ? and id = ? and workspace_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, respondent.value());
            select.setObject(2, id);
            select.setObject(3, workspace);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(StoredResponse.of(row)) : Optional.empty();
            }
        }
    }

    private static void select(
            Connection connection, ResponseFilter filter, @Nullable Cursor after, @Nullable Integer limit, Each each)
            throws SQLException {
        ResponseFilter.Where where = filter.where(after);
        String sql = "select " + StoredResponse.COLUMNS + " from response where " + where.sql()
                + " order by received_at, id" + (limit == null ? "" : " limit " + limit);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_SIZE);
            int at = 0;
            for (Object value : where.values()) {
                select.setObject(++at, value);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.take(StoredResponse.of(row));
                }
            }
        }
    }

    private static void time(PreparedStatement statement, int at, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(at, time.atOffset(ZoneOffset.UTC));
        }
    }
}
