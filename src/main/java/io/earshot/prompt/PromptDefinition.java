package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One questionnaire placed in one app.
 *
 * @param placement where on the surface, and in which colours; read by the SDK alone
 * @param audience  JsonLogic over {@code traits.*} and {@code context.*}; absent means everybody
 * @param holdout   the share of those who would see it that sees nothing and is recorded
 * @param quota     how many complete responses are wanted; absent means any number
 * @param priority  of two that could show at once, the higher is shown; 0 by default
 * @param delayMs   milliseconds between trigger and display, up to an hour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromptDefinition(
        @Nullable String name,
        @JsonProperty(required = true) UUID app,
        @JsonProperty(required = true) QuestionnaireReference questionnaire,
        @JsonProperty(required = true) Format format,
        @Nullable JsonNode placement,
        @JsonProperty(required = true) Trigger trigger,
        @Nullable Condition audience,
        @Nullable Schedule schedule,
        @Nullable Sampling sampling,
        @Nullable Sampling holdout,
        @Nullable Caps caps,
        @Nullable PromptQuota quota,
        @Nullable Integer priority,
        @Nullable Integer delayMs) {

    private static final int HOUR_MS = 3_600_000;
    private static final List<String> REQUIRED = List.of("app", "questionnaire", "format", "trigger");

    /**
     * @throws Problem 400 with a pointer for each required field that is missing
     * @throws JsonProcessingException if a field is unknown or of another type, with its path
     */
    static PromptDefinition read(ObjectNode json, ObjectMapper mapper) throws JsonProcessingException {
        List<Fault> missing = REQUIRED.stream()
                .filter(field -> !json.hasNonNull(field))
                .map(field -> new Fault("/" + field, "missing", "A prompt needs " + field + "."))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return mapper.treeToValue(json, PromptDefinition.class);
    }

    Caps effectiveCaps() {
        return caps == null ? Caps.ONCE : caps;
    }

    int effectivePriority() {
        return priority == null ? 0 : priority;
    }

    int effectiveDelayMs() {
        return delayMs == null ? 0 : delayMs;
    }

    /** @throws Problem 400 with a pointer for each part that can't be obeyed */
    void refuseFaults() {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(trigger.faults());
        if (placement != null && !placement.isObject()) {
            faults.add(new Fault("/placement", "wrong-type", "placement must be an object."));
        }
        condition(faults, "/audience", audience);
        condition(faults, "/trigger/where", trigger.where());
        if (schedule != null) {
            faults.addAll(schedule.faults());
        }
        if (sampling != null) {
            faults.addAll(sampling.faults("/sampling"));
        }
        if (holdout != null) {
            faults.addAll(holdout.faults("/holdout"));
        }
        if (caps != null) {
            faults.addAll(caps.faults());
        }
        if (quota != null) {
            faults.addAll(quota.faults());
        }
        if (delayMs != null && (delayMs < 0 || delayMs > HOUR_MS)) {
            faults.add(new Fault(
                    "/delayMs", "out-of-range", "delayMs must be from 0 to " + HOUR_MS + ", not " + delayMs + "."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static void condition(List<Fault> faults, String pointer, @Nullable Condition condition) {
        if (condition != null) {
            condition.fault().ifPresent(fault -> faults.add(new Fault(pointer, "invalid-condition", fault)));
        }
    }
}
