package io.earshot.response;

import io.earshot.device.Metadata;
import io.earshot.prompt.QuotaCells;
import io.earshot.workspace.RespondentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission that its questionnaire allows, with what is known besides, ready to be stored: what the database keeps as
 * JSON is JSON here.
 *
 * @param app        null if it came by no app
 * @param receivedAt by our clock
 * @param places     what it asks for, once it is complete, of the quotas of its questionnaire
 */
record ValidResponse(
        UUID workspace,
        @Nullable UUID app,
        UUID id,
        RespondentKey respondentKey,
        Submission submission,
        Metadata metadata,
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
            Metadata metadata,
            Instant receivedAt,
            List<QuotaCells.Place> places) {
        return new ValidResponse(
                workspace,
                app,
                id,
                RespondentKey.of(workspace, submission.respondent()),
                submission,
                metadata,
                receivedAt.truncatedTo(ChronoUnit.MICROS),
                ResponseJson.text(submission.answers()),
                ResponseJson.text(submission.presented()),
                ResponseJson.text(submission.timings()),
                ResponseJson.text(metadata.attributes()),
                submission.consent() == null ? null : ResponseJson.text(submission.consent()),
                List.copyOf(places));
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
