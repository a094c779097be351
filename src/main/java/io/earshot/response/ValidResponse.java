package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.device.CapturePolicy;
import io.earshot.device.Catalogue;
import io.earshot.device.Metadata;
import io.earshot.prompt.QuotaCells;
import io.earshot.prompt.ShownPrompts;
import io.earshot.workspace.RespondentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission that its questionnaire allows, with what is known besides, ready to be stored: what the database keeps as
 * JSON is JSON here.
 *
 * @param app        null if it came by no app
 * @param policy     what may be captured of it
 * @param display    what it was shown by; null if it names none
 * @param receivedAt by our clock
 * @param places     what it asks for, once it is complete, of the quotas of its questionnaire
 */
record ValidResponse(
        UUID workspace,
        @Nullable UUID app,
        UUID id,
        RespondentKey respondentKey,
        Submission submission,
        CapturePolicy policy,
        Metadata metadata,
        ShownPrompts.@Nullable Display display,
        Instant receivedAt,
        String answers,
        String presented,
        String timings,
        String context,
        @Nullable String consent,
        List<QuotaCells.Place> places) {

    static ValidResponse of(
            UUID workspace,
            @Nullable UUID app,
            UUID id,
            Submission submission,
            CapturePolicy policy,
            Metadata metadata,
            Instant receivedAt,
            List<QuotaCells.Place> places) {
        RespondentKey respondent = RespondentKey.of(workspace, submission.respondent());
        UUID exposure = submission.exposure();
        return new ValidResponse(
                workspace,
                app,
                id,
                respondent,
                submission,
                policy,
                metadata,
                exposure == null ? null : new ShownPrompts.Display(workspace, respondent, exposure),
                receivedAt.truncatedTo(ChronoUnit.MICROS),
                ResponseJson.text(submission.answers()),
                ResponseJson.text(submission.presented()),
                ResponseJson.text(submission.timings()),
                ResponseJson.text(metadata.attributes()),
                submission.consent() == null ? null : ResponseJson.text(submission.consent()),
                List.copyOf(places));
    }

    /** The same, and what it was shown by is looked up by this display. */
    ValidResponse shownAs(ShownPrompts.@Nullable Display shown) {
        return with(metadata, shown, context);
    }

    /** The same, and told besides what it was shown by; what the policy doesn't allow is left out. */
    ValidResponse shownBy(Catalogue catalogue, Map<String, JsonNode> prompt) {
        Metadata all = metadata.with(catalogue, policy, prompt);
        return with(all, display, ResponseJson.text(all.attributes()));
    }

    private ValidResponse with(Metadata others, ShownPrompts.@Nullable Display shown, String otherContext) {
        return new ValidResponse(
                workspace,
                app,
                id,
                respondentKey,
                submission,
                policy,
                others,
                shown,
                receivedAt,
                answers,
                presented,
                timings,
                otherContext,
                consent,
                places);
    }

    /** About how much memory it takes, in characters. */
    int characters() {
        return answers.length() + presented.length() + timings.length() + context.length();
    }

    /**
     * When the respondent finished, by our clock: a client that tells when it sent this gets its clock's error taken off,
     * so that what waited offline counts when it was given. Null while partial.
     */
    @Nullable
    Instant submittedAt() {
        if (!submission.isComplete()) {
            return null;
        }
        Instant occurred = submission.occurredAt();
        Instant sent = submission.sentAt();
        if (occurred == null || sent == null || occurred.isAfter(sent)) {
            return receivedAt;
        }
        return receivedAt.minus(Duration.between(occurred, sent)).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * As it stands in the database once it is written.
     *
     * @param exposure  what an earlier write may have told first
     * @param startedAt likewise
     */
    StoredResponse stored(@Nullable UUID exposure, String quality, @Nullable Instant startedAt) {
        return new StoredResponse(
                id,
                submission.respondent(),
                submission.questionnaire(),
                submission.version(),
                exposure,
                submission.sequence(),
                submission.status(),
                submission.language(),
                answers,
                presented,
                timings,
                context,
                consent,
                quality,
                submission.test(),
                List.of(),
                startedAt,
                submittedAt(),
                receivedAt);
    }
}
