package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.device.Catalogue;
import io.earshot.problem.Problem;
import io.earshot.prompt.Exposures;
import io.earshot.prompt.ShownPrompts;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import io.earshot.workspace.RowParameters;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores many responses by one statement: for each one, of all writes the highest sequence stands, and complete is final. */
@Singleton
class ResponseBatch {
    private static final String STORED = "select response.respondent_key, " + StoredResponse.columnsOf("response")
            + " from unnest(?::uuid[], ?::uuid[]) as given (key, id)"
            + " join response on response.respondent_key = given.key and response.id = given.id";

    /** What the table puts into the quality of a new row. */
    private static final String UNJUDGED = "{}";

    private final Catalogue catalogue;
    private final Exposures exposures;
    private final QuotaBatch quotas;
    private final ResponseEvents events;

    ResponseBatch(Catalogue catalogue, Exposures exposures, QuotaBatch quotas, ResponseEvents events) {
        this.catalogue = catalogue;
        this.exposures = exposures;
        this.quotas = quotas;
        this.events = events;
    }

    /** What became of one of them: written, or refused. */
    record Result(@Nullable Written written, @Nullable Problem refusal) {
        /** The same, marked with the quotas that had no place left. */
        Result overQuota(List<String> marks) {
            return written == null
                    ? this
                    : new Result(
                            new Written(written.outcome(), written.response().overQuota(marks)), refusal);
        }
    }

    private record Key(UUID respondent, UUID id) {}

    /**
     * Stores them durably, each whole or not at all. Those that are new and change nothing elsewhere need one statement,
     * which is its own transaction and spares two messages to the server and back.
     *
     * @param given no two with the same respondent and id
     * @return one result each, in the order given
     */
    List<Result> store(Database database, List<ValidResponse> given) {
        Map<Key, Written> created = database.run(connection -> {
            Map<Key, Written> written = new HashMap<>();
            if (changeNothingElse(connection, given)) {
                write(connection, ResponseInsert.NEW, given, written);
            }
            return written;
        });
        List<ValidResponse> others =
                given.stream().filter(one -> !created.containsKey(key(one))).toList();
        Iterator<Result> stored = others.isEmpty()
                ? Collections.emptyIterator()
                : database.inTransaction(connection -> store(connection, others))
                        .iterator();
        List<Result> results = new ArrayList<>(given.size());
        for (ValidResponse one : given) {
            Written written = created.get(key(one));
            results.add(written == null ? stored.next() : new Result(written, null));
        }
        return results;
    }

    private boolean changeNothingElse(Connection connection, List<ValidResponse> given) {
        for (ValidResponse one : given) {
            if (one.display() != null
                    || one.submission().exposure() != null
                    || one.submission().consent() != null
                    || !one.places().isEmpty()
                    || events.areListenedTo(connection, one.workspace())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Stores them within the caller's transaction.
     *
     * @param given no two with the same respondent and id
     * @return one result each, in the order given
     */
    private List<Result> store(Connection connection, List<ValidResponse> given) throws SQLException {
        List<ValidResponse> responses = shown(connection, given);
        Map<Key, Written> written = new HashMap<>();
        List<ValidResponse> open = responses;
        // Round again only if a response that was in the way has been erased meanwhile.
        while (!open.isEmpty()) {
            write(connection, ResponseInsert.UPSERT, open, written);
            List<ValidResponse> unwritten =
                    open.stream().filter(one -> !written.containsKey(key(one))).toList();
            Map<Key, StoredResponse> stored = unwritten.isEmpty() ? Map.of() : stored(connection, unwritten);
            for (ValidResponse one : unwritten) {
                StoredResponse before = stored.get(key(one));
                if (before != null) {
                    written.put(key(one), unchanged(before));
                }
            }
            open = unwritten.stream()
                    .filter(one -> !stored.containsKey(key(one)))
                    .toList();
        }
        List<Result> results = new ArrayList<>(responses.size());
        for (ValidResponse one : responses) {
            results.add(result(one, written.get(key(one))));
        }
        ConsentLedger.note(connection, responses, results);
        quotas.fill(connection, responses, results, tellExposures(connection, responses, results));
        events.written(connection, responses, results);
        return results;
    }

    /** With what is known of the prompts that they answer. */
    private List<ValidResponse> shown(Connection connection, List<ValidResponse> responses) throws SQLException {
        Set<ShownPrompts.Display> displays = new LinkedHashSet<>();
        for (ValidResponse one : responses) {
            ShownPrompts.Display display = one.display();
            if (display != null) {
                displays.add(display);
            }
        }
        if (displays.isEmpty()) {
            return responses;
        }
        Map<ShownPrompts.Display, Map<String, JsonNode>> prompts = ShownPrompts.attributes(connection, displays);
        return responses.stream()
                .map(one -> {
                    Map<String, JsonNode> prompt = one.display() == null ? null : prompts.get(one.display());
                    return prompt == null ? one : one.shownBy(catalogue, prompt);
                })
                .toList();
    }

    private static Result result(ValidResponse given, @Nullable Written written) {
        if (written == null) {
            throw new IllegalStateException("a response was neither stored nor found: " + given.id());
        }
        StoredResponse stored = written.response();
        Submission submission = given.submission();
        boolean other =
                !stored.questionnaire().equals(submission.questionnaire()) || stored.version() != submission.version();
        return other ? new Result(null, otherQuestionnaire(stored, submission)) : new Result(written, null);
    }

    private static Written unchanged(StoredResponse stored) {
        boolean complete = stored.status() == ResponseStatus.COMPLETE;
        return new Written(complete ? Written.Outcome.ALREADY_COMPLETE : Written.Outcome.NOT_NEWER, stored);
    }

    private static Problem otherQuestionnaire(StoredResponse stored, Submission given) {
        return Problem.conflict(
                "other-questionnaire",
                "Response " + stored.id() + " answers version " + stored.version() + " of questionnaire "
                        + stored.questionnaire() + ", not version " + given.version() + " of "
                        + given.questionnaire() + "; give each response an id of its own.");
    }

    private List<Exposures.Completed> tellExposures(
            Connection connection, List<ValidResponse> responses, List<Result> results) throws SQLException {
        List<Exposures.Answered> answered = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            Written written = results.get(i).written();
            if (written != null && written.isChange()) {
                StoredResponse stored = written.response();
                UUID exposure = stored.exposure();
                if (exposure != null) {
                    ValidResponse given = responses.get(i);
                    answered.add(new Exposures.Answered(
                            given.workspace(),
                            given.respondentKey(),
                            exposure,
                            stored.status() == ResponseStatus.COMPLETE));
                }
            }
        }
        return answered.isEmpty() ? List.of() : exposures.answered(connection, answered);
    }

    private static void write(
            Connection connection, ResponseInsert how, List<ValidResponse> open, Map<Key, Written> written)
            throws SQLException {
        List<ValidResponse> inOrder = new ArrayList<>(open);
        inOrder.sort(
                Comparator.comparing((ValidResponse one) -> one.respondentKey().value())
                        .thenComparing(ValidResponse::id));
        Map<Key, ValidResponse> given = new HashMap<>();
        inOrder.forEach(one -> given.put(key(one), one));
        try (PreparedStatement insert = how.prepare(connection, inOrder)) {
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    Key key = new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    ValidResponse one = given.get(key);
                    if (one == null) {
                        throw new IllegalStateException("a row was returned that was not given: " + key);
                    }
                    written.put(key, how == ResponseInsert.NEW ? created(one) : written(one, row));
                }
            }
        }
    }

    private static Written created(ValidResponse response) {
        Submission given = response.submission();
        return new Written(Written.Outcome.CREATED, response.stored(given.exposure(), UNJUDGED, given.startedAt()));
    }

    private static Written written(ValidResponse response, ResultSet row) throws SQLException {
        OffsetDateTime started = row.getObject(6, OffsetDateTime.class);
        return new Written(
                row.getBoolean(3) ? Written.Outcome.CREATED : Written.Outcome.UPDATED,
                response.stored(
                        row.getObject(4, UUID.class), row.getString(5), started == null ? null : started.toInstant()));
    }

    private static Map<Key, StoredResponse> stored(Connection connection, List<ValidResponse> responses)
            throws SQLException {
        Map<Key, StoredResponse> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            new RowParameters<>(select, responses)
                    .add("uuid", one -> one.respondentKey().value())
                    .add("uuid", ValidResponse::id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StoredResponse one = StoredResponse.of(row);
                    stored.put(new Key(row.getObject("respondent_key", UUID.class), one.id()), one);
                }
            }
        }
        return stored;
    }

    private static Key key(ValidResponse response) {
        RespondentKey respondent = response.respondentKey();
        return new Key(respondent.value(), response.id());
    }
}
