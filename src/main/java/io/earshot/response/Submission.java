package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response as a client states it: all of it, as it was at that sequence. What an earlier write held and this one
 * doesn't is gone.
 *
 * @param exposure   the granted display that it answers; null if there was none
 * @param sequence   0 or more; of two writes the higher one stands, in whatever order they arrive
 * @param answers    by variable name; codes, numbers, texts
 * @param presented  object of name to the order in which its options were shown
 * @param timings    object of variable to milliseconds
 * @param context    object of attribute to value, as it came
 * @param test       true for a try-out, which reports leave out
 * @param startedAt  by the client's clock, as the other times
 */
record Submission(
        String respondent,
        UUID questionnaire,
        int version,
        @Nullable UUID exposure,
        int sequence,
        ResponseStatus status,
        @Nullable String language,
        Map<String, JsonNode> answers,
        JsonNode presented,
        JsonNode timings,
        JsonNode context,
        @Nullable JsonNode consent,
        boolean test,
        @Nullable Instant startedAt,
        @Nullable Instant occurredAt,
        @Nullable Instant sentAt) {

    /** The same with other answers. */
    Submission with(Map<String, JsonNode> others) {
        return new Submission(
                respondent,
                questionnaire,
                version,
                exposure,
                sequence,
                status,
                language,
                others,
                presented,
                timings,
                context,
                consent,
                test,
                startedAt,
                occurredAt,
                sentAt);
    }

    boolean isComplete() {
        return status == ResponseStatus.COMPLETE;
    }

    /** The same with another consent. */
    Submission agreeing(JsonNode other) {
        return new Submission(
                respondent,
                questionnaire,
                version,
                exposure,
                sequence,
                status,
                language,
                answers,
                presented,
                timings,
                context,
                other,
                test,
                startedAt,
                occurredAt,
                sentAt);
    }

    /** What it says of consent; null if nothing. */
    @Nullable
    String consentState() {
        return consent == null ? null : consent.path("state").textValue();
    }

    boolean consentGranted() {
        return ConsentLedger.GRANTED.equals(consentState());
    }

    /** When that was said, as far as the client tells. */
    @Nullable
    Instant saidAt() {
        return occurredAt != null ? occurredAt : startedAt;
    }
}
