package io.earshot.response;

import io.earshot.device.CapturePolicies;
import io.earshot.device.CapturePolicy;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.Quota;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what responses are taken in under; all of it was mostly found out a moment ago. */
@Singleton
final class CircumstancesOfIntake {
    private final Questionnaires questionnaires;
    private final CapturePolicies policies;
    private final Anonymity anonymity;

    CircumstancesOfIntake(Questionnaires questionnaires, CapturePolicies policies, Anonymity anonymity) {
        this.questionnaires = questionnaires;
        this.policies = policies;
        this.anonymity = anonymity;
    }

    /** @throws Problem 422 if there is no such version */
    Circumstances of(UUID workspace, @Nullable UUID app, Submission submission) {
        PublishedVersion asked = questionnaires
                .find(workspace, submission.questionnaire(), submission.version())
                .orElseThrow(() -> unknown(submission));
        CapturePolicy policy = anonymity.policy(policies.of(workspace, app), workspace, submission.questionnaire());
        return with(asked, policy, () -> questionnaires.recentLatest(workspace, asked.questionnaire()))
                .orElseGet(() -> new Circumstances(asked, policy, Map.of()));
    }

    /** What {@link #of} answers if the database need not be asked for it. */
    Optional<Circumstances> remembered(UUID workspace, @Nullable UUID app, Submission submission) {
        PublishedVersion asked = questionnaires
                .remembered(workspace, submission.questionnaire(), submission.version())
                .orElse(null);
        CapturePolicy policy = policies.remembered(workspace, app)
                .flatMap(ofApp -> anonymity.rememberedPolicy(ofApp, workspace, submission.questionnaire()))
                .orElse(null);
        return asked == null || policy == null
                ? Optional.empty()
                : with(asked, policy, () -> questionnaires.rememberedLatest(workspace, asked.questionnaire()));
    }

    private static Optional<Circumstances> with(
            PublishedVersion asked, CapturePolicy policy, Supplier<Optional<PublishedVersion>> latest) {
        if (asked.content().quotas().isEmpty()) {
            return Optional.of(new Circumstances(asked, policy, Map.of()));
        }
        return latest.get()
                .map(last -> last.content().quotas().stream().collect(Collectors.toMap(Quota::name, Quota::limit)))
                .map(limits -> new Circumstances(asked, policy, limits));
    }

    private static Problem unknown(Submission submission) {
        String detail = "There is no published version " + submission.version() + " of questionnaire "
                + submission.questionnaire() + " in this workspace.";
        return Problem.unprocessable(
                "unknown-questionnaire",
                "The questionnaire is not known",
                List.of(new Fault("/questionnaire", "unknown-questionnaire", detail)));
    }
}
