package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.device.Attribute;
import io.earshot.device.Capture;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one line of NDJSON, such as an export has: the answers as they stand, the metadata, what is known of the response. */
final class ImportLine {
    private static final Map<String, ImportField> FIELDS = Map.of(
            "id", ImportField.ID,
            "respondent", ImportField.RESPONDENT,
            "language", ImportField.LANGUAGE,
            "startedAt", ImportField.STARTED_AT,
            "submittedAt", ImportField.SUBMITTED_AT,
            "status", ImportField.STATUS,
            "test", ImportField.TEST);
    private static final Set<String> OBJECTS = Set.of("answers", "context", "presented", "timings", "consent");

    /** What an export tells and the import finds out anew. */
    private static final Set<String> LEFT =
            Set.of("questionnaire", "version", "exposure", "sequence", "quality", "overQuota", "receivedAt");

    private final PublishedVersion asked;
    private final ImportRules rules;
    private final Set<String> derived;

    ImportLine(PublishedVersion asked, ImportRules rules) {
        this.asked = asked;
        this.rules = rules;
        this.derived = asked.content().derived().stream().map(Variable::name).collect(Collectors.toSet());
    }

    ImportedRow row(long line, ObjectNode object) {
        ImportedRow row = new ImportedRow(line);
        row.source = rules.anonymous() ? untied(object) : object;
        Unstorable.collect("", object, row.faults);
        object.properties().forEach(member -> read(member.getKey(), member.getValue(), row));
        if (!object.path("answers").isObject()) {
            row.fault("answers", "missing", "answers are required: an object of variable to answer.");
        }
        if (row.faults.isEmpty()) {
            row.checkBy(asked.flow());
        }
        return row;
    }

    private void read(String name, JsonNode value, ImportedRow row) {
        ImportField field = FIELDS.get(name);
        if (value.isNull() || LEFT.contains(name) || field != null && rules.leavesOut(field)) {
            return;
        }
        if (field != null) {
            if (value.isContainerNode()) {
                row.fault(name, "wrong-type", name + " must be a single value.");
            } else {
                field.read(value.asText(), row);
            }
        } else if (!OBJECTS.contains(name)) {
            row.fault(name, "unknown-member", "There is no " + name + " of a response; remove or rename it.");
        } else if (!value.isObject()) {
            row.fault(name, "wrong-type", name + " must be an object.");
        } else {
            object(name, (ObjectNode) value, row);
        }
    }

    private void object(String name, ObjectNode value, ImportedRow row) {
        switch (name) {
            case "answers" ->
                value.properties().stream()
                        .filter(answer -> !derived.contains(answer.getKey()))
                        .forEach(answer -> row.answers.put(answer.getKey(), answer.getValue()));
            case "context" -> value.properties().forEach(known -> attribute(known.getKey(), known.getValue(), row));
            case "presented" -> row.presented = value;
            case "timings" -> row.timings = value;
            default -> row.consent = value;
        }
    }

    private void attribute(String name, JsonNode value, ImportedRow row) {
        Attribute attribute = rules.attribute(name).orElse(null);
        if (attribute == null) {
            row.faults.add(fault(name, "unknown-attribute", "There is no attribute " + name + "; remove it."));
        } else if (attribute.capture() != Capture.ON) {
            row.faults.add(fault(
                    name,
                    "not-captured",
                    "The attribute " + name + " is not captured unless it is switched on; remove it."));
        } else if (!rules.leavesOut(attribute)) {
            attribute
                    .accept(value)
                    .ifPresentOrElse(
                            accepted -> row.metadata.put(name, accepted),
                            () -> row.faults.add(
                                    fault(name, "wrong-type", "The attribute " + name + " may not hold: " + value)));
        }
    }

    /** What may be kept of the line if it is refused. */
    private static ObjectNode untied(ObjectNode line) {
        ObjectNode untied = line.deepCopy();
        untied.remove(List.of("respondent", "exposure", "context", "startedAt", "receivedAt"));
        return untied;
    }

    private static Fault fault(String attribute, String code, String detail) {
        return new Fault("/context" + Fault.segment(attribute), code, detail);
    }
}
