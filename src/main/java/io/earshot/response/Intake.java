package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.device.CapturePolicies;
import io.earshot.device.CapturePolicy;
import io.earshot.device.Catalogue;
import io.earshot.device.Metadata;
import io.earshot.device.Signals;
import io.earshot.device.UserAgents;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.prompt.Exposures;
import io.earshot.prompt.QuotaCells;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.Quota;
import io.earshot.questionnaire.flow.Known;
import io.earshot.questionnaire.flow.Passage;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in what respondents gave: stored if the questionnaire allows it, kept in quarantine if not. */
@Singleton
final class Intake {
    private final Questionnaires questionnaires;
    private final GroupCommit commit;
    private final Quarantine quarantine;
    private final Catalogue catalogue;
    private final UserAgents userAgents;
    private final CapturePolicies policies;
    private final Anonymity anonymity;
    private final KnownToUs known;
    private final FileAnswers files;
    private final Clock clock;

    Intake(
            Questionnaires questionnaires,
            GroupCommit commit,
            Quarantine quarantine,
            Catalogue catalogue,
            UserAgents userAgents,
            CapturePolicies policies,
            Anonymity anonymity,
            KnownToUs known,
            FileAnswers files,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.commit = commit;
        this.quarantine = quarantine;
        this.catalogue = catalogue;
        this.userAgents = userAgents;
        this.policies = policies;
        this.anonymity = anonymity;
        this.known = known;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Stores a response, or the body in quarantine.
     *
     * @param id   made by the client
     * @param body JSON as it was sent
     * @return done when the response is durable; failed with a {@link Problem} when the body in quarantine is: 409 if the id
     *     is taken by a response to another questionnaire; or, with nothing kept, 503 if the client should come again
     * @throws Problem 400 if it isn't JSON; 422 with a pointer for each fault, when the body in quarantine is durable; 503
     *     if the client should come again
     */
    CompletionStage<Written> receive(UUID workspace, UUID app, UUID id, String body, Signals signals) {
        ObjectNode json = ResponseJson.object(body);
        UnaryOperator<Problem> refuse = refusal -> {
            if (refusal.status() >= 500) {
                return refusal;
            }
            Quarantined refused = refused(workspace, app, id, body, json, signals, refusal);
            quarantine.keep(refused);
            return refusal.with("quarantined", refused.id());
        };
        try {
            return accept(workspace, app, id, json, signals)
                    .exceptionallyCompose(failure -> failure instanceof Problem refusal
                            // Not on the thread that completed it, which has others to write.
                            ? CompletableFuture.supplyAsync(
                                    () -> {
                                        throw refuse.apply(refusal);
                                    },
                                    Infrastructure.getDefaultWorkerPool())
                            : CompletableFuture.failedFuture(failure));
        } catch (Problem refusal) {
            throw refuse.apply(refusal);
        }
    }

    /** The same without a quarantine for what is refused. */
    CompletableFuture<Written> accept(UUID workspace, @Nullable UUID app, UUID id, ObjectNode body, Signals signals) {
        Submission sent = SubmissionReader.read(body);
        PublishedVersion asked = asked(workspace, sent);
        Passage passage = asked.flow().pass(known(sent));
        List<Fault> faults = passage.faults(sent.isComplete());
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "invalid-answers",
                    "The questionnaire does not allow these answers",
                    faults.stream().map(fault -> fault.within("/answers")).toList());
        }
        Submission submission = sent.with(passage.withDerived(sent.answers()));
        CapturePolicy policy = anonymity.policy(policies.of(workspace, app), workspace, submission.questionnaire());
        Instant now = clock.instant();
        Metadata metadata = Metadata.captured(
                        catalogue, userAgents, policy, submission.context(), signals, submission.consentGranted())
                .with(catalogue, policy, known.of(workspace, submission, now, policy.anonymous()));
        ValidResponse valid =
                ValidResponse.of(workspace, app, id, submission, metadata, now, places(workspace, asked, passage));
        ValidResponse stored = policy.anonymous() ? Anonymity.untied(valid) : valid;
        files.claim(asked.content(), stored, policy.anonymous());
        CompletableFuture<Written> written = commit.submit(stored);
        return policy.anonymous() ? written.thenApply(one -> one.as(id)) : written;
    }

    /** What a response asks for of its questionnaire's quotas. A later version may have raised or lowered a limit: it counts. */
    private List<QuotaCells.Place> places(UUID workspace, PublishedVersion asked, Passage passage) {
        List<Quota> quotas = asked.content().quotas().isEmpty() ? List.of() : passage.quotas();
        if (quotas.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> limits = questionnaires.recentLatest(workspace, asked.questionnaire()).stream()
                .flatMap(latest -> latest.content().quotas().stream())
                .collect(Collectors.toMap(Quota::name, Quota::limit));
        return quotas.stream()
                .map(quota -> new QuotaCells.Place(
                        new QuotaCells.Cell(workspace, asked.questionnaire(), quota.name()),
                        limits.getOrDefault(quota.name(), quota.limit()),
                        false))
                .toList();
    }

    /** Traits are not sent, and the context is that of this moment, while answers were given before and perhaps elsewhere. */
    private static Known known(Submission submission) {
        UUID exposure = submission.exposure();
        Known answers = Known.of(submission.answers());
        return exposure == null ? answers : answers.seeded(Exposures.seed(exposure));
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
        boolean anonymous =
                anonymity.isAsked(policies.of(workspace, app), workspace, storable(questionnaire.path("id")));
        JsonNode version = questionnaire.path("version");
        List<Fault> faults = refusal.errors().isEmpty()
                ? List.of(new Fault("", refusal.slug(), refusal.detail()))
                : refusal.errors();
        return new Quarantined(
                workspace,
                Quarantined.Kind.RESPONSE,
                app,
                anonymous ? null : storable(json.path("respondent")),
                anonymous ? Anonymity.id(workspace, id) : id,
                storable(questionnaire.path("id")),
                version.canConvertToInt() ? version.intValue() : null,
                anonymous ? Anonymity.untied(workspace, id, json) : body,
                ResponseJson.text(anonymous ? Signals.NONE : signals),
                faults,
                anonymous ? Anonymity.day(clock.instant()) : clock.instant());
    }

    private static @Nullable String storable(JsonNode text) {
        return text.isTextual() && Unstorable.isStorable(text.textValue()) ? text.textValue() : null;
    }
}
