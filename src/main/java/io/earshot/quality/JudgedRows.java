package io.earshot.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.prompt.Exposures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The complete responses of a questionnaire, as far as their quality goes. Try-outs are not judged. */
@Singleton
class JudgedRows {
    private static final String SELECT = "select respondent_key, id, version, answers, timings, context, exposure_id,"
            + " started_at, occurred_at, sent_at, received_at, quality -> 'flags' as flags";

    private static final String OF =
            " from response where workspace_id = ? and questionnaire_id = ?" + " and status = 'complete' and not test";

    /** Seconds, as {@link Judged#duration()} has them. */
    private static final String DURATION =
            """
            case when occurred_at > started_at then extract(epoch from occurred_at - started_at)
                else nullif((select sum(value::numeric) from json_each_text(timings)), 0) / 1000 end""";

    private static final int TIMED = 20_000;

    private static final TypeReference<Map<String, JsonNode>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final ObjectMapper json;

    JudgedRows(ObjectMapper json) {
        this.json = json;
    }

    /**
     * How long the complete responses took that were received last.
     *
     * @param n      how many of them have a time
     * @param median in seconds; null if none has
     */
    record Times(long n, @Nullable Double median) {}

    /** Of the last {@value #TIMED}: enough for a median, and no reason to read millions anew whenever some come in. */
    Times times(Connection connection, UUID workspace, UUID questionnaire) throws SQLException {
        String sql = "select count(duration), percentile_cont(0.5) within group (order by duration) from (select "
                + DURATION + "::double precision as duration" + OF
                + " order by received_at desc, id desc limit " + TIMED + ") as taken";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Times(row.getLong(1), row.getObject(2, Double.class));
            }
        }
    }

    /** In the order of receipt, those after a mark and before a time. */
    List<Judged> after(
            Connection connection, UUID workspace, UUID questionnaire, QualityMarks.Mark mark, Instant until, int most)
            throws SQLException {
        String sql =
                SELECT + OF + " and (received_at, id) > (?, ?) and received_at < ? order by received_at, id limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            select.setObject(3, mark.receivedAt().atOffset(ZoneOffset.UTC));
            select.setObject(4, mark.response());
            select.setObject(5, until.atOffset(ZoneOffset.UTC));
            select.setInt(6, most);
            return read(select);
        }
    }

    /**
     * Those of days, received at no time of it: anonymous ones, which the order of receipt doesn't tell to be new.
     *
     * @param from  the first transaction of those that may have written what is new
     * @param after the id of the last one that was read
     */
    List<Judged> ofDays(
            Connection connection,
            UUID workspace,
            UUID questionnaire,
            Set<Instant> days,
            long from,
            UUID after,
            int most)
            throws SQLException {
        String sql = SELECT + OF + " and received_at = any(?::timestamptz[]) and respondent like 'anonymous:%'"
                + " and changed_in >= ?::text::xid8 and id > ? order by id limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, questionnaire);
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "timestamptz", days.stream().map(Instant::toString).toArray()));
            select.setString(4, Long.toString(from));
            select.setObject(5, after);
            select.setInt(6, most);
            return read(select);
        }
    }

    /** Writes the flags of those whose flags have changed. */
    void flag(Connection connection, Map<Judged, Set<Flag>> flags) throws SQLException {
        String sql =
                """
                update response set quality = case when ? = '[]' then quality - 'flags'
                    else jsonb_set(quality, '{flags}', ?::jsonb) end
                where respondent_key = ? and id = ? and coalesce(quality -> 'flags', '[]') <> ?::jsonb""";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Map.Entry<Judged, Set<Flag>> one : flags.entrySet()) {
                List<String> found = one.getValue().stream().map(Flag::word).toList();
                if (one.getKey().flags().equals(Set.copyOf(found))) {
                    continue;
                }
                String words = found.stream().map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
                update.setString(1, words);
                update.setString(2, words);
                update.setObject(3, one.getKey().respondentKey());
                update.setObject(4, one.getKey().id());
                update.setString(5, words);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private List<Judged> read(PreparedStatement select) throws SQLException {
        List<Judged> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID exposure = row.getObject("exposure_id", UUID.class);
                Map<String, Double> timings = new HashMap<>();
                values(row.getString("timings")).forEach((name, value) -> timings.put(name, value.doubleValue()));
                rows.add(new Judged(
                        row.getObject("respondent_key", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        values(row.getString("answers")),
                        timings,
                        values(row.getString("context")),
                        exposure == null ? null : Exposures.seed(exposure),
                        time(row, "started_at"),
                        time(row, "occurred_at"),
                        time(row, "sent_at"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        words(row.getString("flags"))));
            }
        }
        return rows;
    }

    private Set<String> words(@Nullable String flags) {
        try {
            return flags == null ? Set.of() : Set.copyOf(json.readValue(flags, WORDS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the flags of a stored response can't be read", e);
        }
    }

    private Map<String, JsonNode> values(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored response can't be read", e);
        }
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
