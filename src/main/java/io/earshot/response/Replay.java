package io.earshot.response;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries again what was refused, as it was or corrected. */
@Singleton
final class Replay {
    private final Quarantine quarantine;
    private final Intake intake;
    private final Questionnaires questionnaires;
    private final ResponseImport responseImport;
    private final Responses responses;

    Replay(
            Quarantine quarantine,
            Intake intake,
            Questionnaires questionnaires,
            ResponseImport responseImport,
            Responses responses) {
        this.quarantine = quarantine;
        this.intake = intake;
        this.questionnaires = questionnaires;
        this.responseImport = responseImport;
        this.responses = responses;
    }

    /**
     * Stores what was kept and releases it.
     *
     * @param corrected the whole body as it should have been; null to try the kept one
     * @throws Problem 404 if there is no such item, else as for a response that has just come; the item then stays
     */
    StoredResponse again(UUID workspace, UUID id, @Nullable String corrected) {
        Quarantine.Kept kept = quarantine.get(workspace, id);
        ObjectNode body = ResponseJson.object(corrected == null ? kept.item().body() : corrected);
        UUID response = kept.item().response();
        StoredResponse stored = kept.item().kind().equals(Quarantined.Kind.RESPONSE.word())
                ? GroupCommit.await(
                                intake.accept(workspace, kept.app(), requireNonNull(response), body, kept.signals()))
                        .response()
                : row(workspace, kept.item(), body);
        quarantine.release(workspace, id);
        return stored;
    }

    private StoredResponse row(UUID workspace, QuarantineItem item, ObjectNode cells) {
        UUID questionnaire = UUID.fromString(requireNonNull(item.questionnaire()));
        int version = requireNonNull(item.version());
        ImportedRow row =
                responseImport.row(workspace, questionnaires.version(workspace, questionnaire, version), cells);
        RespondentKey respondent = RespondentKey.of(workspace, row.respondent(questionnaire));
        return responses.find(workspace, respondent, row.id(questionnaire)).orElseThrow();
    }
}
