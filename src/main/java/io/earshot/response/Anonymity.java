package io.earshot.response;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.device.CapturePolicy;
import io.earshot.workspace.Database;
import io.earshot.workspace.Remembered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Responses that can't be tied to a respondent afterwards. What is stored of one comes from nothing that anybody else knows:
 * its id, and with it its respondent's, is a digest of the id that the client drew at random and that is not kept. So its
 * client can go on writing it, and nobody can find out whose it is.
 */
@Singleton
final class Anonymity {
    /** The version of a UUID that was made here; clients make other ones. */
    private static final int DIGEST = 8;

    private record Key(UUID workspace, UUID questionnaire) {}

    private final Remembered<Key, Boolean> known = new Remembered<>(key -> Optional.of(look(key)));
    private final Database database;

    Anonymity(Database database) {
        this.database = database;
    }

    /** The app's policy, made anonymous if the questionnaire is. */
    CapturePolicy policy(CapturePolicy ofApp, UUID workspace, UUID questionnaire) {
        return isAsked(ofApp, workspace, questionnaire.toString()) ? ofApp.anonymously() : ofApp;
    }

    /** @param questionnaire as it was sent, so it may name nothing */
    boolean isAsked(CapturePolicy ofApp, UUID workspace, @Nullable String questionnaire) {
        return ofApp.anonymous()
                || questionnaire != null
                        && Fields.parsedId(questionnaire)
                                .map(id -> isAnonymous(workspace, id))
                                .orElse(false);
    }

    boolean isAnonymous(UUID workspace, UUID questionnaire) {
        return known.find(new Key(workspace, questionnaire)).orElseThrow();
    }

    /** What {@link #policy} answers if it need not ask the database for it. */
    Optional<CapturePolicy> rememberedPolicy(CapturePolicy ofApp, UUID workspace, UUID questionnaire) {
        return ofApp.anonymous()
                ? Optional.of(ofApp.anonymously())
                : known.ifKnown(new Key(workspace, questionnaire))
                        .map(anonymous -> anonymous ? ofApp.anonymously() : ofApp);
    }

    private boolean look(Key key) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select from anonymous_questionnaire where workspace_id = ? and questionnaire_id = ?")) {
                select.setObject(1, key.workspace());
                select.setObject(2, key.questionnaire());
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** For what comes from now on; in the caller's transaction. */
    void set(Connection connection, UUID workspace, UUID questionnaire, boolean anonymous, Instant now)
            throws SQLException {
        String sql = anonymous
                ? "insert into anonymous_questionnaire (workspace_id, questionnaire_id, since) values (?, ?, ?)"
                        + " on conflict do nothing"
                : "delete from anonymous_questionnaire where workspace_id = ? and questionnaire_id = ? and since <= ?";
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            change.setObject(1, workspace);
            change.setObject(2, questionnaire);
            change.setObject(3, now.atOffset(ZoneOffset.UTC));
            change.executeUpdate();
        }
    }

    void forget() {
        known.forget();
    }

    /** Without anything that leads to who gave it or when, but the day. */
    static ValidResponse untied(ValidResponse given) {
        UUID id = id(given.workspace(), given.id());
        Submission said = given.submission();
        Submission untied = new Submission(
                respondent(id),
                said.questionnaire(),
                said.version(),
                null,
                said.sequence(),
                said.status(),
                said.language(),
                said.answers(),
                said.presented(),
                said.timings(),
                JsonNodeFactory.instance.objectNode(),
                said.consent(),
                said.test(),
                null,
                null,
                null);
        // What it was shown by is told by the prompt alone, so it is still looked up by who it was shown to.
        return ValidResponse.of(
                        given.workspace(),
                        given.app(),
                        id,
                        untied,
                        given.policy(),
                        given.metadata(),
                        day(given.receivedAt()),
                        given.places())
                .shownAs(given.display());
    }

    /** What was refused, likewise. */
    static String untied(UUID workspace, UUID id, ObjectNode body) {
        ObjectNode untied = body.deepCopy();
        untied.remove(List.of("exposure", "context", "startedAt", "occurredAt", "sentAt", "session"));
        untied.put("respondent", respondent(id(workspace, id)));
        return untied.toString();
    }

    static UUID id(UUID workspace, UUID made) {
        if (made.version() == DIGEST) {
            // What is replayed from quarantine has been given its id before.
            return made;
        }
        return Quarantined.digest(workspace + " anonymous " + made);
    }

    static Instant day(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    static String respondent(UUID id) {
        return "anonymous:" + id;
    }
}
