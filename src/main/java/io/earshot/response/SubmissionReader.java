package io.earshot.response;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a response's JSON. Fields that aren't known are ignored, so that a newer client can talk to an older server. */
final class SubmissionReader {
    static final int LONGEST_RESPONDENT = 256;
    private static final int LONGEST_LANGUAGE = 35;

    private SubmissionReader() {}

    /** @throws Problem 422 with a pointer for each field that is missing or not what it should be */
    static Submission read(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        Unstorable.collect("", body, faults);
        Fields fields = new Fields(body, "", faults);
        fields.require("respondent", "questionnaire", "sequence", "status", "answers");
        String respondent = fields.text("respondent", LONGEST_RESPONDENT);
        JsonNode questionnaire = fields.object("questionnaire");
        Fields asked = new Fields(questionnaire, "/questionnaire", faults);
        if (fields.has("questionnaire") && body.path("questionnaire").isObject()) {
            asked.require("id", "version");
        }
        UUID id = asked.uuid("id");
        Integer version = asked.integer("version", 1);
        Integer sequence = fields.integer("sequence", 0);
        ResponseStatus status = status(fields);
        UUID exposure = fields.uuid("exposure");
        String language = fields.text("language", LONGEST_LANGUAGE);
        JsonNode answers = fields.object("answers");
        JsonNode presented = fields.object("presented");
        JsonNode timings = fields.object("timings");
        checkMembers(presented, timings, faults);
        JsonNode context = fields.object("context");
        JsonNode consent = fields.has("consent") ? consent(fields, faults) : null;
        boolean test = fields.flag("test");
        Instant startedAt = fields.time("startedAt");
        Instant occurredAt = fields.time("occurredAt");
        Instant sentAt = fields.time("sentAt");
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("invalid-response", "The response is not valid", faults);
        }
        return new Submission(
                requireNonNull(respondent),
                requireNonNull(id),
                requireNonNull(version),
                exposure,
                requireNonNull(sequence),
                requireNonNull(status),
                language,
                members(answers),
                presented,
                timings,
                context,
                consent,
                test,
                startedAt,
                occurredAt,
                sentAt);
    }

    private static @Nullable ResponseStatus status(Fields fields) {
        String word = fields.text("status", LONGEST_LANGUAGE);
        if (word == null) {
            return null;
        }
        ResponseStatus status = ResponseStatus.of(word).orElse(null);
        return status != null ? status : fields.fault("status", "not-an-option", "must be partial or complete");
    }

    private static JsonNode consent(Fields fields, List<Fault> faults) {
        JsonNode consent = fields.object("consent");
        Fields members = new Fields(consent, "/consent", faults);
        members.text("state", LONGEST_RESPONDENT);
        members.text("policyVersion", LONGEST_RESPONDENT);
        return consent;
    }

    private static void checkMembers(JsonNode presented, JsonNode timings, List<Fault> faults) {
        presented.properties().forEach(order -> {
            if (!order.getValue().isArray()) {
                String pointer = "/presented" + Fault.segment(order.getKey());
                faults.add(new Fault(pointer, "wrong-type", "What was presented must be an array, in its order."));
            }
        });
        timings.properties().forEach(timing -> {
            if (!timing.getValue().isNumber() || timing.getValue().doubleValue() < 0) {
                String pointer = "/timings" + Fault.segment(timing.getKey());
                faults.add(new Fault(pointer, "wrong-type", "A timing must be 0 or more milliseconds."));
            }
        });
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
