package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.earshot.questionnaire.Consent;
import io.earshot.questionnaire.Quota;
import io.earshot.questionnaire.flow.Flow;
import io.earshot.questionnaire.flow.Known;
import io.earshot.questionnaire.flow.Passage;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes in what respondents gave: stored if the questionnaire allows it, kept in quarantine if not. */
@Singleton
final class Intake {
    private final CircumstancesOfIntake circumstances;
    private final GroupCommit commit;
    private final Quarantine quarantine;
    private final Catalogue catalogue;
    private final UserAgents userAgents;
    private final CapturePolicies policies;
    private final Anonymity anonymity;
    private final FileAnswers files;
    private final Consents consents;
    private final Clock clock;

    Intake(
            CircumstancesOfIntake circumstances,
            GroupCommit commit,
            Quarantine quarantine,
            Catalogue catalogue,
            UserAgents userAgents,
            CapturePolicies policies,
            Anonymity anonymity,
            FileAnswers files,
            Consents consents,
            Clock clock) {
        this.circumstances = circumstances;
        this.commit = commit;
        this.quarantine = quarantine;
        this.catalogue = catalogue;
        this.userAgents = userAgents;
        this.policies = policies;
        this.anonymity = anonymity;
        this.files = files;
        this.consents = consents;
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
        UnaryOperator<Problem> refuse = refusals(workspace, app, id, body, json, signals);
        try {
            return keeping(accept(workspace, app, id, json, signals), refuse);
        } catch (Problem refusal) {
            throw refuse.apply(refusal);
        }
    }

    /**
     * The same without ever waiting for the database, so that it may be called where nothing may wait.
     *
     * @return empty, with nothing done, if something must be looked up, or if the body must go to quarantine
     * @throws Problem 503 if the client should come again
     */
    Optional<CompletionStage<Written>> receiveAtOnce(UUID workspace, UUID app, UUID id, String body, Signals signals) {
        try {
            ObjectNode json = ResponseJson.object(body);
            Submission sent = SubmissionReader.read(json);
            Circumstances under = circumstances.remembered(workspace, app, sent).orElse(null);
            if (under == null
                    || needsConsent(under.policy())
                    || !isAtHand(sent)
                    || files.areNamed(under.asked().flow(), sent)) {
                return Optional.empty();
            }
            return Optional.of(keeping(
                    accept(workspace, app, id, sent, under, signals),
                    refusals(workspace, app, id, body, json, signals)));
        } catch (Problem refusal) {
            if (refusal.status() >= 500) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    /** Whether what may be kept hangs on what the respondent said earlier, which must be looked up. */
    private boolean needsConsent(CapturePolicy policy) {
        return !policy.anonymous() && policy.needsConsent(catalogue);
    }

    /** With the answer to a question that asks for consent to metadata as the consent that the response tells. */
    private static Submission agreed(Flow flow, Submission sent) {
        for (Consent consent : flow.consents()) {
            JsonNode answer = sent.answers().get(consent.name());
            if (answer != null && consent.coversMetadata()) {
                return sent.agreeing(JsonNodeFactory.instance
                        .objectNode()
                        .put("state", consent.isAgreed(answer) ? ConsentLedger.GRANTED : ConsentLedger.DECLINED)
                        .put("policyVersion", consent.policyVersion()));
            }
        }
        return sent;
    }

    private boolean isAtHand(Submission sent) {
        JsonNode userAgent = sent.context().path(Metadata.USER_AGENT);
        return !userAgent.isTextual()
                || userAgents.remembered(userAgent.textValue()).isPresent();
    }

    /** What turns a refusal into what the client is told, with the body in quarantine; it waits for the database. */
    private UnaryOperator<Problem> refusals(
            UUID workspace, UUID app, UUID id, String body, ObjectNode json, Signals signals) {
        return refusal -> {
            if (refusal.status() >= 500) {
                return refusal;
            }
            Quarantined refused = refused(workspace, app, id, body, json, signals, refusal);
            quarantine.keep(refused);
            return refusal.with("quarantined", refused.id());
        };
    }

    private static CompletionStage<Written> keeping(CompletableFuture<Written> written, UnaryOperator<Problem> refuse) {
        return written.exceptionallyCompose(failure -> failure instanceof Problem refusal
                // Not on the thread that completed it, which has others to write.
                ? CompletableFuture.supplyAsync(
                        () -> {
                            throw refuse.apply(refusal);
                        },
                        Infrastructure.getDefaultWorkerPool())
                : CompletableFuture.failedFuture(failure));
    }

    /** The same as {@link #receive} without a quarantine for what is refused. */
    CompletableFuture<Written> accept(UUID workspace, @Nullable UUID app, UUID id, ObjectNode body, Signals signals) {
        Submission sent = SubmissionReader.read(body);
        return accept(workspace, app, id, sent, circumstances.of(workspace, app, sent), signals);
    }

    private CompletableFuture<Written> accept(
            UUID workspace, @Nullable UUID app, UUID id, Submission sent, Circumstances under, Signals signals) {
        Passage passage = under.asked().flow().pass(known(sent));
        List<Fault> faults = passage.faults(sent.isComplete());
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "invalid-answers",
                    "The questionnaire does not allow these answers",
                    faults.stream().map(fault -> fault.within("/answers")).toList());
        }
        Submission submission = agreed(under.asked().flow(), sent.with(passage.withDerived(sent.answers())));
        CapturePolicy policy = under.policy();
        Instant now = clock.instant();
        Metadata metadata = Metadata.captured(
                catalogue,
                userAgents,
                policy,
                submission.context(),
                signals,
                needsConsent(policy) ? consents.cover(workspace, submission) : submission.consentGranted(),
                KnownToUs.of(submission, now, policy.anonymous()));
        ValidResponse valid = ValidResponse.of(
                workspace, app, id, submission, policy, metadata, now, places(workspace, under, passage));
        ValidResponse stored = policy.anonymous() ? Anonymity.untied(valid) : valid;
        files.claim(under.asked().flow(), stored, policy.anonymous());
        CompletableFuture<Written> written = commit.submit(stored);
        return policy.anonymous() ? written.thenApply(one -> one.as(id)) : written;
    }

    /** What a response asks for of its questionnaire's quotas. */
    private static List<QuotaCells.Place> places(UUID workspace, Circumstances under, Passage passage) {
        List<Quota> quotas = under.asked().content().quotas().isEmpty() ? List.of() : passage.quotas();
        return quotas.stream()
                .map(quota -> new QuotaCells.Place(
                        new QuotaCells.Cell(workspace, under.asked().questionnaire(), quota.name()),
                        under.limits().getOrDefault(quota.name(), quota.limit()),
                        false))
                .toList();
    }

    /** Traits are not sent, and the context is that of this moment, while answers were given before and perhaps elsewhere. */
    private static Known known(Submission submission) {
        UUID exposure = submission.exposure();
        Known answers = Known.of(submission.answers());
        return exposure == null ? answers : answers.seeded(Exposures.seed(exposure));
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
