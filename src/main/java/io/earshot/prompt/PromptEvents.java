package io.earshot.prompt;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what happened to each display: every event once, and on the exposure when it first happened. */
@ApplicationScoped
public class PromptEvents {
    private static final int MOST = 100;

    private final Database database;
    private final Clock clock;

    PromptEvents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * All of them or none.
     *
     * @return how many were new
     * @param told 1 to {@value #MOST}
     * @throws Problem 400 with a pointer for each thing that is missing; 404 if one names a respondent to whom this exposure was not granted
     */
    public int record(UUID workspace, UUID exposure, List<PromptEvent> told) {
        List<PromptEvent.Told> events = complete(told);
        return database.inTransaction(connection -> {
            int made = 0;
            for (PromptEvent.Told event : events) {
                RespondentKey key = RespondentKey.of(workspace, event.respondent());
                OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
                if (!mark(connection, key, workspace, exposure, event.type(), now)) {
                    throw Problem.notFound("exposure of this respondent", exposure);
                }
                made += insert(connection, key, workspace, exposure, event, now);
                switch (event.type()) {
                    case DISMISSED, NEVER, FAILED ->
                        HeldPlaces.releaseClosed(connection, workspace, key.value(), exposure);
                    case SEEN, STARTED, SNOOZED, COMPLETED -> {}
                }
            }
            return made;
        });
    }

    private static List<PromptEvent.Told> complete(List<PromptEvent> told) {
        if (told.isEmpty() || told.size() > MOST) {
            throw Problem.malformed(
                    "Send an array of 1 to " + MOST + " events, not " + told.size() + "; split a longer one.");
        }
        List<Fault> faults = new ArrayList<>();
        List<PromptEvent.Told> complete = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            PromptEvent.Told event = told.get(i).told(i, faults);
            if (event != null) {
                complete.add(event);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return complete;
    }

    private static boolean mark(
            Connection connection,
            RespondentKey key,
            UUID workspace,
            UUID exposure,
            PromptEvent.Type type,
            OffsetDateTime now)
            throws SQLException {
        String sets =
                switch (type) {
                    case SEEN, STARTED -> "seen_at = coalesce(seen_at, ?)";
                    case DISMISSED, SNOOZED, NEVER -> "dismissed_at = coalesce(dismissed_at, ?)";
                    case COMPLETED -> "completed_at = coalesce(completed_at, ?)";
                    case FAILED -> "failed_at = coalesce(failed_at, ?)";
                };
        String sql =
                "update exposure set " + sets + " where respondent_key = ? and id = ? and workspace_id = ? and granted";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, now);
            update.setObject(2, key.value());
            update.setObject(3, exposure);
            update.setObject(4, workspace);
            return update.executeUpdate() == 1;
        }
    }

    private static int insert(
            Connection connection,
            RespondentKey key,
            UUID workspace,
            UUID exposure,
            PromptEvent.Told event,
            OffsetDateTime now)
            throws SQLException {
        String sql =
                """
                insert into prompt_event (respondent_key, id, workspace_id, exposure_id, type, occurred_at, received_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (respondent_key, id) do nothing""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, key.value());
            insert.setObject(2, event.id());
            insert.setObject(3, workspace);
            insert.setObject(4, exposure);
            insert.setString(5, event.type().word());
            insert.setObject(
                    6, event.occurredAt() == null ? null : event.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setObject(7, now);
            return insert.executeUpdate();
        }
    }
}
