package io.earshot.prompt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Places of prompts' quotas that are held for displays until they are answered or abandoned. */
final class HeldPlaces {
    /** How long after the last sign of life a display is taken for abandoned. */
    static final Duration FOR = Duration.ofMinutes(30);

    private HeldPlaces() {}

    /** Holds a place for one display, in its transaction. @return false if there is none left */
    static boolean hold(Connection connection, Prompt prompt) throws SQLException {
        PromptQuota quota = prompt.definition().quota();
        return quota == null
                || QuotaCells.hold(connection, QuotaCells.Cell.of(prompt.workspace(), prompt.id()), quota.places());
    }

    /** Gives back what displays of a prompt hold that nobody has heard of for {@link #FOR}; only if the prompt has a quota. */
    static void releaseAbandoned(Connection connection, Prompt prompt, Instant now) throws SQLException {
        if (prompt.definition().quota() == null) {
            return;
        }
        // Whom another transaction is busy with is not abandoned.
        String sql =
                """
                with abandoned as (
                    select respondent_key, id from exposure
                    where prompt_id = ? and workspace_id = ? and held_until < ?
                    order by respondent_key, id for update skip locked)
                update exposure set held_until = null
                from abandoned
                where exposure.respondent_key = abandoned.respondent_key and exposure.id = abandoned.id""";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, prompt.id());
            update.setObject(2, prompt.workspace());
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            release(connection, prompt.workspace(), prompt.id(), update.executeUpdate());
        }
    }

    /** Gives back the place of a display that was closed without an answer, if it holds one. */
    static void releaseClosed(Connection connection, UUID workspace, UUID respondentKey, UUID exposure)
            throws SQLException {
        String sql =
                """
                update exposure set held_until = null
                where respondent_key = ? and id = ? and workspace_id = ? and held_until is not null
                returning prompt_id""";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, respondentKey);
            update.setObject(2, exposure);
            update.setObject(3, workspace);
            try (ResultSet row = update.executeQuery()) {
                if (row.next()) {
                    release(connection, workspace, row.getObject("prompt_id", UUID.class), 1);
                }
            }
        }
    }

    private static void release(Connection connection, UUID workspace, UUID prompt, int places) throws SQLException {
        if (places > 0) {
            QuotaCells.release(connection, Map.of(QuotaCells.Cell.of(workspace, prompt), places));
        }
    }
}
