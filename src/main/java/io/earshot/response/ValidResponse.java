package io.earshot.response;

import io.earshot.device.Metadata;
import io.earshot.workspace.RespondentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission that its questionnaire allows, with what is known besides.
 *
 * @param app        null if it came by no app
 * @param receivedAt by our clock
 */
record ValidResponse(
        UUID workspace, @Nullable UUID app, UUID id, Submission submission, Metadata metadata, Instant receivedAt) {

    RespondentKey respondentKey() {
        return RespondentKey.of(workspace, submission.respondent());
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
        return receivedAt.minus(Duration.between(occurred, sent));
    }
}
