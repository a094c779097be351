package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.problem.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a display.
 *
 * @param id made by the client, a UUIDv7; the same id is the same event
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PromptEvent(
        @Nullable UUID id, @Nullable Type type, @Nullable String respondent, @Nullable Instant occurredAt) {

    /** The life of a display, in no particular order: a device may tell late. */
    public enum Type {
        @JsonProperty("seen")
        SEEN,
        @JsonProperty("started")
        STARTED,
        @JsonProperty("dismissed")
        DISMISSED,
        @JsonProperty("snoozed")
        SNOOZED,
        @JsonProperty("never")
        NEVER,
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("failed")
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An event with all that it can't do without. */
    record Told(UUID id, Type type, String respondent, @Nullable Instant occurredAt) {}

    /** What is missing goes into the faults, and then nothing is told. */
    @Nullable
    Told told(int index, List<Fault> faults) {
        List<Fault> missing = new ArrayList<>();
        if (id == null) {
            missing.add(new Fault("/" + index + "/id", "missing", "An event needs an id of its own, a UUIDv7."));
        }
        if (type == null) {
            missing.add(new Fault(
                    "/" + index + "/type",
                    "missing",
                    "Say what happened: seen, started, dismissed, snoozed, never, completed or failed."));
        }
        if (respondent == null || respondent.isBlank()) {
            missing.add(new Fault("/" + index + "/respondent", "missing", "Name the respondent."));
        }
        faults.addAll(missing);
        return id == null || type == null || respondent == null || !missing.isEmpty()
                ? null
                : new Told(id, type, respondent, occurredAt);
    }
}
