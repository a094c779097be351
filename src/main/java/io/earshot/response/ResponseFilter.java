package io.earshot.response;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which responses; null is any.
 *
 * @param from     first time of receipt
 * @param to       the time of receipt before which it ends
 * @param test     whether it was given to try the questionnaire out
 * @param language BCP 47, as the response tells it
 * @param flagged  whether there is a sign that it was not given with care; what has not been judged yet has none
 */
record ResponseFilter(
        UUID workspace,
        UUID questionnaire,
        @Nullable Integer version,
        @Nullable ResponseStatus status,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean test,
        @Nullable String language,
        @Nullable Boolean flagged) {

    /** Conditions in SQL and what stands for their question marks. */
    record Where(String sql, List<Object> values) {
        Where {
            values = List.copyOf(values);
        }
    }

    // Only the conditions that are asked for, so that the index is used by every plan.
    Where where(@Nullable Cursor after) {
        StringBuilder sql = new StringBuilder("workspace_id = ? and questionnaire_id = ?");
        List<Object> values = new ArrayList<>(List.of(workspace, questionnaire));
        if (version != null) {
            sql.append(" and version = ?");
            values.add(version);
        }
        if (status != null) {
            sql.append(" and status = ?");
            values.add(status.word());
        }
        if (from != null) {
            sql.append(" and received_at >= ?");
            values.add(from.atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            sql.append(" and received_at < ?");
            values.add(to.atOffset(ZoneOffset.UTC));
        }
        if (test != null) {
            sql.append(" and test = ?");
            values.add(test);
        }
        if (language != null) {
            sql.append(" and language = ?");
            values.add(language);
        }
        if (flagged != null) {
            sql.append(flagged ? " and quality -> 'flags' is not null" : " and quality -> 'flags' is null");
        }
        if (after != null) {
            sql.append(" and (received_at, id) > (?, ?)");
            values.add(after.receivedAt().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
        return new Where(sql.toString(), values);
    }
}
