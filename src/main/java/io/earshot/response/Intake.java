package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.device.Catalogue;
import io.earshot.device.Metadata;
import io.earshot.device.Signals;
import io.earshot.device.UserAgents;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.prompt.Exposures;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what respondents gave: stored if the questionnaire allows it, kept in quarantine if not. */
@Singleton
final class Intake {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Quarantine quarantine;
    private final Exposures exposures;
    private final Catalogue catalogue;
    private final UserAgents userAgents;
    private final Clock clock;

    Intake(
            Questionnaires questionnaires,
            Responses responses,
            Quarantine quarantine,
            Exposures exposures,
            Catalogue catalogue,
            UserAgents userAgents,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.quarantine = quarantine;
        this.exposures = exposures;
        this.catalogue = catalogue;
        this.userAgents = userAgents;
        this.clock = clock;
    }

    /**
     * Stores a response, or the body in quarantine; either is durable when it returns or throws.
     *
     * @param id   made by the client
     * @param body JSON as it was sent
     * @throws Problem 400 if it isn't JSON; 409 if the id is taken by a response to another questionnaire; 422 with a
     *     pointer for each fault
     */
    Written receive(UUID workspace, UUID app, UUID id, String body, Signals signals) {
        ObjectNode json = ResponseJson.object(body);
        try {
            return accept(workspace, app, id, json, signals);
        } catch (Problem refusal) {
            Quarantined refused = refused(workspace, app, id, body, json, signals, refusal);
            quarantine.keep(refused);
            throw refusal.with("quarantined", refused.id());
        }
    }

    /** The same without a quarantine for what is refused. */
    Written accept(UUID workspace, @Nullable UUID app, UUID id, ObjectNode body, Signals signals) {
        Submission submission = SubmissionReader.read(body);
        PublishedVersion asked = asked(workspace, submission);
        List<Fault> faults = asked.content().checkAnswers(submission.answers(), submission.isComplete());
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "invalid-answers",
                    "The questionnaire does not allow these answers",
                    faults.stream().map(fault -> fault.within("/answers")).toList());
        }
        Metadata metadata =
                Metadata.captured(catalogue, userAgents, submission.context(), signals, submission.consentGranted());
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Written written = responses.write(new ValidResponse(workspace, app, id, submission, metadata, receivedAt));
        tellExposure(RespondentKey.of(workspace, submission.respondent()), workspace, written.response());
        return written;
    }

    // After the response is durable, and also for a repetition: the first try may have ended between the two.
    private void tellExposure(RespondentKey respondent, UUID workspace, StoredResponse stored) {
        UUID exposure = stored.exposure();
        if (exposure != null) {
            exposures.answered(workspace, respondent, exposure, stored.status() == ResponseStatus.COMPLETE);
        }
    }

    private PublishedVersion asked(UUID workspace, Submission submission) {
        String detail = "There is no published version " + submission.version() + " of questionnaire "
                + submission.questionnaire() + " in this workspace.";
        return questionnaires
                .find(workspace, submission.questionnaire(), submission.version())
                .orElseThrow(() -> Problem.unprocessable(
                        "unknown-questionnaire",
                        "The questionnaire is not known",
                        List.of(new Fault("/questionnaire", "unknown-questionnaire", detail))));
    }

    private Quarantined refused(
            UUID workspace, UUID app, UUID id, String body, ObjectNode json, Signals signals, Problem refusal) {
        JsonNode questionnaire = json.path("questionnaire");
        JsonNode version = questionnaire.path("version");
        List<Fault> faults = refusal.errors().isEmpty()
                ? List.of(new Fault("", refusal.slug(), refusal.detail()))
                : refusal.errors();
        return new Quarantined(
                workspace,
                Quarantined.Kind.RESPONSE,
                app,
                storable(json.path("respondent")),
                id,
                storable(questionnaire.path("id")),
                version.canConvertToInt() ? version.intValue() : null,
                body,
                ResponseJson.text(signals),
                faults,
                clock.instant());
    }

    private static @Nullable String storable(JsonNode text) {
        return text.isTextual() && Unstorable.isStorable(text.textValue()) ? text.textValue() : null;
    }
}
