package io.earshot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.workspace.Database;
import io.earshot.workspace.PrivacyOfWorkspaces;
import io.earshot.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneId;
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
    private final Funnels funnels;
    private final PrivacyOfWorkspaces privacy;
    private final Clock clock;
    private final String software;

    KeptResults(
            Database database,
            Funnels funnels,
            PrivacyOfWorkspaces privacy,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String software) {
        this.database = database;
        this.funnels = funnels;
        this.privacy = privacy;
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

    /**
     * The state of the responses to a questionnaire.
     *
     * @param text differs when a response was added, changed, flagged or erased, and when how few are told about
     *     or what else the definition counts has
     * @param rows that the definition reads, before its filter
     */
    record DataState(String text, long rows) {}

    DataState state(UUID workspace, PublishedVersion asked, Definition definition) {
        // Every change of a response gives it a later transaction. The sum also sees one that commits after a later one
        // did.
        String sql =
                """
                select count(*), coalesce(sum(changed_in::text::numeric), 0),
                       count(*) filter (where version = any (?) and status = any (?) and not test and over_quota = '{}')
                from response where workspace_id = ? and questionnaire_id = ?""";
        Versions wanted = definition.versions();
        List<Integer> versions = wanted == null ? List.of(asked.version()) : wanted.upTo(asked.version());
        DataState responses = database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf("int4", versions.toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "text", definition.responseStatuses().toArray()));
                select.setObject(3, workspace);
                select.setObject(4, asked.questionnaire());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new DataState(
                            privacy.kAnonymity(workspace) + ":" + row.getLong(1) + ":" + row.getString(2),
                            row.getLong(3));
                }
            }
        });
        if (definition.sections().stream().noneMatch(ResponseRatesSection.class::isInstance)) {
            return responses;
        }
        ZoneId zone = definition.zone();
        String funnel = funnels.days(workspace, asked.questionnaire(), zone).toString();
        return new DataState(responses.text() + ":" + HexFormat.of().formatHex(Sha256.of(funnel)), responses.rows());
    }

    /** The newest report that would be the same; counts that it was asked for again. */
    Optional<UUID> find(UUID workspace, PublishedVersion asked, Definition definition) {
        String hash = asked(asked, definition);
        // Mostly there is none, and the responses need not be gone through.
        if (!isAny(workspace, hash)) {
            return Optional.empty();
        }
        DataState state = state(workspace, asked, definition);
        String sql =
                """
                update report set reuses = reuses + 1, reused_at = ?
                where workspace_id = ? and id = (
                    select id from report
                    where workspace_id = ? and asked_hash = ? and data_state = ? and status = 'done'
                    order by id desc limit 1) and status = 'done'
                returning id""";
        return database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                update.setObject(2, workspace);
                update.setObject(3, workspace);
                update.setString(4, hash);
                update.setString(5, state.text());
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    private boolean isAny(UUID workspace, String hash) {
        String sql = "select from report where workspace_id = ? and asked_hash = ? and status = 'done' limit 1";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                select.setString(2, hash);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }
}
