package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a claim, the same for every replay of it.
 *
 * @param seed                 what every shuffle of this display starts from, from 0 to 2^31 - 1
 * @param arm                  {@code shown}, or {@code holdout}: recorded, and nothing is to be shown
 * @param inclusionProbability the chance that this respondent had of being asked, for weighting
 * @param retryAfterSeconds    when another claim may do better by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Exposure(
        UUID id,
        boolean granted,
        @Nullable Long seed,
        @Nullable String arm,
        @Nullable Double inclusionProbability,
        @Nullable Reason reason,
        @Nullable Long retryAfterSeconds,
        @JsonIgnore boolean replayed) {

    static Exposure granted(UUID id, long seed, String arm, double inclusionProbability, boolean replayed) {
        return new Exposure(id, true, seed, arm, inclusionProbability, null, null, replayed);
    }

    static Exposure refused(UUID id, Reason reason, @Nullable Long retryAfterSeconds, boolean replayed) {
        return new Exposure(id, false, null, null, null, reason, retryAfterSeconds, replayed);
    }
}
