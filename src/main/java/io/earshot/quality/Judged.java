package io.earshot.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a complete response.
 *
 * @param timings milliseconds by variable
 * @param seed    what its options were drawn in order by; null if nobody was prompted
 * @param flags   words of the flags that it has had until now
 */
record Judged(
        UUID respondentKey,
        UUID id,
        int version,
        Map<String, JsonNode> answers,
        Map<String, Double> timings,
        Map<String, JsonNode> context,
        @Nullable Long seed,
        @Nullable Instant startedAt,
        @Nullable Instant occurredAt,
        @Nullable Instant sentAt,
        Instant receivedAt,
        Set<String> flags) {

    /** From the first look to the last change; where that isn't told, what was spent on the questions; if that is. */
    Optional<Duration> duration() {
        if (startedAt != null && occurredAt != null && occurredAt.isAfter(startedAt)) {
            return Optional.of(Duration.between(startedAt, occurredAt));
        }
        double milliseconds = spent();
        return milliseconds > 0 ? Optional.of(Duration.ofMillis(Math.round(milliseconds))) : Optional.empty();
    }

    /** Milliseconds spent on all questions; 0 if not told. */
    double spent() {
        return timings.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
