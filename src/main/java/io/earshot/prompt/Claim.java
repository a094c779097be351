package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * May I show it now?
 *
 * @param id made by the client, a UUIDv7; the same id is the same claim
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Claim(
        @Nullable UUID id,
        @Nullable UUID prompt,
        @Nullable String respondent,
        @Nullable String session,
        @Nullable Map<String, Object> traits,
        @Nullable Map<String, Object> context,
        @Nullable JsonNode trigger,
        @Nullable Instant occurredAt,
        @Nullable Instant sentAt) {

    /** What a claim can't do without. */
    record Identified(UUID id, UUID prompt, String respondent) {}

    /** @throws Problem 400 with a pointer for each of them that is missing */
    Identified identified() {
        List<Fault> faults = new ArrayList<>();
        if (id == null) {
            faults.add(new Fault("/id", "missing", "A claim needs an id of its own, a UUIDv7 made by the client."));
        }
        if (prompt == null) {
            faults.add(new Fault("/prompt", "missing", "Name the prompt that is to be shown."));
        }
        if (respondent == null || respondent.isBlank() || respondent.length() > 200) {
            faults.add(new Fault("/respondent", "missing", "Name the respondent, with 1 to 200 characters."));
        }
        if (id == null || prompt == null || respondent == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Identified(id, prompt, respondent);
    }
}
