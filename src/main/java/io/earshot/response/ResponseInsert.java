package io.earshot.response;

import io.earshot.workspace.RowParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write responses. Each comes in two forms: for many, whose columns are given as arrays, and for one,
 * whose columns are given as they are, since a client that writes alone waits for the arrays to be made and taken apart.
 */
enum ResponseInsert {
    /** Leaves alone what is there; returns the keys of what was not. */
    NEW("do nothing", ""),

    /**
     * Of all writes the highest sequence stands, and complete is final; returns the keys of what was written, whether it is new,
     * and what an earlier write may have told.
     */
    UPSERT(
            """
            do update set
                exposure_id = coalesce(response.exposure_id, excluded.exposure_id),
                sequence = excluded.sequence, status = excluded.status, language = excluded.language,
                answers = excluded.answers, presented = excluded.presented, timings = excluded.timings,
                context = excluded.context, consent = excluded.consent, test = excluded.test,
                started_at = coalesce(excluded.started_at, response.started_at),
                occurred_at = excluded.occurred_at, sent_at = excluded.sent_at, received_at = excluded.received_at,
                submitted_at = excluded.submitted_at, dropped_attributes = excluded.dropped_attributes
            where response.workspace_id = excluded.workspace_id
                and response.questionnaire_id = excluded.questionnaire_id and response.version = excluded.version
                and response.status <> 'complete' and response.sequence < excluded.sequence""",
            // xmax is 0 in a row that was inserted and not in one that was updated.
            ", xmax = 0, exposure_id, quality, started_at");

    private final String many;
    private final String one;

    ResponseInsert(String onConflict, String returned) {
        String end = " on conflict (respondent_key, id) " + onConflict + " returning respondent_key, id" + returned;
        String names = joined(Column::name);
        String into = "insert into response (" + names + ") ";
        many = into + "select " + joined(column -> column.made(column.name())) + " from unnest("
                + joined(column -> "?::" + column.given() + "[]") + ") as given (" + names + ")" + end;
        one = into + "values (" + joined(column -> column.made("?::" + column.given())) + ")" + end;
    }

    /**
     * The statement with its parameters.
     *
     * @param rows one or more, no two with the same key; in the order of their keys if there are more, so that two batches at
     *     the same time wait for each other and never in a circle
     */
    PreparedStatement prepare(Connection connection, List<ValidResponse> rows) throws SQLException {
        boolean alone = rows.size() == 1;
        PreparedStatement statement = connection.prepareStatement(alone ? one : many);
        if (alone) {
            for (int i = 0; i < Column.ALL.size(); i++) {
                set(statement, i + 1, Column.ALL.get(i).value().apply(rows.get(0)));
            }
        } else {
            RowParameters<ValidResponse> parameters = new RowParameters<>(statement, rows);
            for (Column column : Column.ALL) {
                parameters.add(column.given(), column.value());
            }
        }
        return statement;
    }

    private static void set(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else {
            statement.setObject(parameter, value);
        }
    }

    private static String joined(Function<Column, String> part) {
        return Column.ALL.stream().map(part).collect(Collectors.joining(", "));
    }

    /**
     * One column of the table.
     *
     * @param given  PostgreSQL's type of what is sent
     * @param stored an expression that makes of it, {@code %s}, what the table holds
     */
    private record Column(String name, String given, String stored, Function<ValidResponse, @Nullable Object> value) {
        static final List<Column> ALL = List.of(
                of("respondent_key", "uuid", one -> one.respondentKey().value()),
                of("id", "uuid", ValidResponse::id),
                of("workspace_id", "uuid", ValidResponse::workspace),
                of("app_id", "uuid", ValidResponse::app),
                of("questionnaire_id", "uuid", one -> one.submission().questionnaire()),
                of("version", "int4", one -> one.submission().version()),
                of("exposure_id", "uuid", one -> one.submission().exposure()),
                of("sequence", "int4", one -> one.submission().sequence()),
                of("status", "text", one -> one.submission().status().word()),
                of("language", "text", one -> one.submission().language()),
                of("respondent", "text", one -> one.submission().respondent()),
                json("answers", ValidResponse::answers),
                json("presented", ValidResponse::presented),
                json("timings", ValidResponse::timings),
                json("context", ValidResponse::context),
                json("consent", ValidResponse::consent),
                of("test", "bool", one -> one.submission().test()),
                time("started_at", one -> one.submission().startedAt()),
                time("occurred_at", one -> one.submission().occurredAt()),
                time("sent_at", one -> one.submission().sentAt()),
                time("received_at", ValidResponse::receivedAt),
                time("submitted_at", ValidResponse::submittedAt),
                of("dropped_attributes", "int4", one -> one.metadata().dropped()));

        String made(String given) {
            return stored.formatted(given);
        }

        private static Column of(String name, String type, Function<ValidResponse, @Nullable Object> value) {
            return new Column(name, type, "%s", value);
        }

        private static Column json(String name, Function<ValidResponse, @Nullable Object> value) {
            return new Column(name, "text", "%s::json", value);
        }

        /** As a number, which the driver sends in binary, while the server would have to read dates and times from text. */
        private static Column time(String name, Function<ValidResponse, @Nullable Instant> value) {
            return new Column(name, "int8", "timestamptz '1970-01-01Z' + %s * interval '1 microsecond'", one -> {
                Instant time = value.apply(one);
                return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time);
            });
        }
    }
}
