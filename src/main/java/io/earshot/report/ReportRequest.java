package io.earshot.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What report is wanted on what.
 *
 * @param version the questionnaire's; the latest if absent
 * @param report  the name of a ready-made definition, or a whole definition
 * @param fresh   true makes the report even if an earlier one says the same; false if absent
 */
public record ReportRequest(
        @Nullable UUID questionnaire, @Nullable Integer version, @Nullable JsonNode report, @Nullable Boolean fresh) {

    /** @throws Problem 400 if it is absent */
    UUID questionnaireId() {
        if (questionnaire == null) {
            throw Problem.invalid(
                    List.of(new Fault("/questionnaire", "required", "questionnaire must be a questionnaire's id.")));
        }
        return questionnaire;
    }

    /** @throws Problem 400 if there is none, or it is not one that its schema allows */
    Definition definition() {
        JsonNode asked = report;
        if (asked == null || !(asked.isTextual() || asked.isObject())) {
            throw Problem.invalid(List.of(new Fault(
                    "/report", "required", "report must be the name of a ready-made report, or a whole definition.")));
        }
        if (asked.isObject()) {
            return Definitions.read(asked);
        }
        return Definitions.readyMade(asked.asText())
                .orElseThrow(() -> Problem.invalid(List.of(new Fault(
                        "/report",
                        "unknown-report",
                        "There is no ready-made report " + asked.asText() + "; there are "
                                + String.join(", ", Definitions.readyMadeNames()) + "."))));
    }

    /** Faults of the definition as seen from the request: a ready-made one has no places in it to point to. */
    List<Fault> faults(List<Fault> inDefinition) {
        boolean named = report != null && report.isTextual();
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : inDefinition) {
            faults.add(
                    named
                            ? new Fault("/report", fault.code(), fault.pointer() + ": " + fault.detail())
                            : fault.within("/report"));
        }
        return faults;
    }
}
