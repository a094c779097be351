package io.earshot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.workspace.Database;
import io.earshot.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells when a report would say what an earlier one says: the same was asked, by the same software, and the responses have
 * not changed since.
 */
@ApplicationScoped
class KeptResults {
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final ResponseStates states;
    private final Clock clock;
    private final String software;

    KeptResults(
            Database database,
            ResponseStates states,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String software) {
        this.database = database;
        this.states = states;
        this.clock = clock;
        this.software = software;
    }

    /** Hash of all that makes a report besides the responses; versions are immutable, so that their numbers tell them. */
    String asked(PublishedVersion asked, Definition definition) {
        try {
            String all = JSON.writeValueAsString(List.of(
                    asked.questionnaire().toString(),
                    asked.version(),
                    asked.name(),
                    definition.languageFor(asked.content()),
                    Definitions.write(definition),
                    software));
            return HexFormat.of().formatHex(Sha256.of(all));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers always have a JSON form", e);
        }
    }

    /** The newest report of that definition, if it would be the same; counts that it was asked for again. */
    Optional<UUID> find(UUID workspace, PublishedVersion asked, Definition definition) {
        return newest(workspace, asked(asked, definition))
                .filter(made -> states.isOfNow(workspace, asked, definition, made.state()))
                .filter(made -> reuse(workspace, made.report()))
                .map(Made::report);
    }

    private record Made(UUID report, String state) {}

    private Optional<Made> newest(UUID workspace, String hash) {
        String sql =
                """
                select id, coalesce(data_state, '') as state from report
                where workspace_id = ? and asked_hash = ? and status = 'done' order by id desc limit 1""";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                select.setString(2, hash);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Made(row.getObject("id", UUID.class), row.getString("state")))
                            : Optional.empty();
                }
            }
        });
    }

    /** False if it was deleted or has expired meanwhile. */
    private boolean reuse(UUID workspace, UUID report) {
        String sql =
                """
                update report set reuses = reuses + 1, reused_at = ?
                where workspace_id = ? and id = ? and status = 'done'""";
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                update.setObject(2, workspace);
                update.setObject(3, report);
                return update.executeUpdate() == 1;
            }
        });
    }
}
