package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Limits leave something to answer. */
final class RangeRule implements Rule {
    @Override
    public void check(Place content, Consumer<Finding> findings) {
        content.elements().forEach(element -> {
            if (exceeds(element.json().path("min"), element.json().path("max"))) {
                findings.accept(Finding.error(
                        "empty-range",
                        element.at("min").pointer(),
                        "The limit min (" + element.word("min") + ") is more than max (" + element.word("max")
                                + "), so that no answer is allowed; swap or change them."));
            }
            if (element.word("type").equals(MultipleChoice.TYPE)) {
                withinOptions(element, "min", findings);
                withinOptions(element, "max", findings);
            }
        });
    }

    private static void withinOptions(Place element, String limit, Consumer<Finding> findings) {
        int options = element.json().path("options").size();
        if (element.json().path(limit).asInt(0) > options) {
            findings.accept(Finding.error(
                    "more-than-options",
                    element.at(limit).pointer(),
                    "The limit " + limit + " is " + element.word(limit) + ", but there are " + options
                            + " options; lower it or add options."));
        }
    }

    private static boolean exceeds(JsonNode min, JsonNode max) {
        return min.isNumber() && max.isNumber() && min.decimalValue().compareTo(max.decimalValue()) > 0;
    }
}
