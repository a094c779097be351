package io.earshot.privacy;

import java.util.List;

/**
 * A table in which rows are about one respondent.
 *
 * @param name  in the database, with a column {@code respondent_key} and one {@code workspace_id}
 * @param order what its rows are told in
 */
record HeldTable(String name, String order) {
    /**
     * All of them, in the order in which they are locked everywhere else: the respondent, then answers, then displays.
     * A test holds the list to the database.
     */
    static final List<HeldTable> ALL = List.of(
            new HeldTable("respondent", "first_seen_at"),
            new HeldTable("quality_value", "variable, digest"),
            new HeldTable("response", "received_at, id"),
            new HeldTable("stored_file", "received_at, id"),
            new HeldTable("consent_change", "at, id"),
            new HeldTable("quarantine", "received_at, id"),
            new HeldTable("prompt_event", "received_at, id"),
            new HeldTable("exposure", "received_at, id"));

    String select() {
        return "select to_jsonb(held) - 'respondent_key' - 'workspace_id' from " + name
                + " as held where respondent_key = ? and workspace_id = ? order by " + order;
    }

    String delete() {
        return "delete from " + name + " where respondent_key = ? and workspace_id = ?";
    }
}
