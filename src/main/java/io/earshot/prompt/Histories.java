package io.earshot.prompt;

import io.earshot.workspace.RespondentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a respondent has had of each prompt, counted from the exposures. */
final class Histories {
    /** For so long a granted prompt counts as shown though nobody has said that it was seen. */
    static final Duration TIME_TO_DRAW = Duration.ofMinutes(10);

    private Histories() {}

    /** By prompt; {@link History#NONE} is right for one that is not among them. */
    static Map<UUID, History> of(Connection connection, RespondentKey key, List<Prompt> prompts, Instant now)
            throws SQLException {
        Map<UUID, History> histories = displays(connection, key, now);
        List<Prompt> limited = prompts.stream()
                .filter(prompt -> prompt.definition().quota() != null)
                .toList();
        if (!limited.isEmpty()) {
            QuotaCells.taken(connection, limited)
                    .forEach((prompt, taken) -> histories.put(
                            prompt, histories.getOrDefault(prompt, History.NONE).withPlacesTaken(taken)));
        }
        return histories;
    }

    private static Map<UUID, History> displays(Connection connection, RespondentKey key, Instant now)
            throws SQLException {
        String sql =
                """
                select prompt_id,
                       count(*) filter (where counted) as shown,
                       max(coalesce(seen_at, received_at)) filter (where counted) as last_shown_at,
                       max(dismissed_at) as last_dismissed_at,
                       max(answered_at) as last_answered_at
                from (select *, seen_at is not null or answered_at is not null
                                or (failed_at is null and received_at > ?) as counted
                      from exposure
                      where respondent_key = ? and granted and arm = 'shown') as display
                group by prompt_id""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, now.minus(TIME_TO_DRAW).atOffset(ZoneOffset.UTC));
            select.setObject(2, key.value());
            Map<UUID, History> histories = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    histories.put(
                            row.getObject("prompt_id", UUID.class),
                            new History(
                                    row.getInt("shown"),
                                    moment(row, "last_shown_at"),
                                    moment(row, "last_dismissed_at"),
                                    moment(row, "last_answered_at"),
                                    0));
                }
            }
            return histories;
        }
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
