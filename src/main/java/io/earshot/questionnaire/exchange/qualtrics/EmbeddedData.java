package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Logic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Embedded data: fields without a value are hidden fields that the app gives; fields that the flow sets are computed. */
final class EmbeddedData {
    private record Setting(JsonNode value, List<JsonNode> when) {}

    private final Reading reading;
    private final Map<String, List<Setting>> settings = new LinkedHashMap<>();

    EmbeddedData(Reading reading) {
        this.reading = reading;
    }

    /** @param when the conditions of the branches that it stands in */
    void add(JsonNode fields, String where, List<JsonNode> when) {
        for (JsonNode field : fields) {
            String theirs = field.path("Field").asText();
            String value = field.path("Value").asText("");
            if (theirs.isEmpty()) {
                continue;
            }
            if (field.path("Type").asText().equals("Recipient") || value.isEmpty()) {
                reading.field(theirs);
            } else if (value.contains("${") || value.contains("$e{")) {
                reading.field(theirs);
                reading.ledger.changed(
                        where,
                        theirs + " = " + value,
                        "The field is set from piped text; it is a hidden field that the app gives.",
                        "Write a computed variable by hand.");
            } else {
                boolean number = value.matches("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");
                JsonNode constant = number ? Logic.number(new BigDecimal(value)) : Logic.word(value);
                settings.computeIfAbsent(theirs, any -> new ArrayList<>()).add(new Setting(constant, when));
                reading.fieldName(theirs);
            }
        }
    }

    /** Sets {@code hidden} and {@code computed}. */
    void put(ObjectNode content) {
        ArrayNode computed = (ArrayNode) content.path("computed");
        settings.forEach((theirs, all) -> {
            String name = reading.fieldName(theirs);
            if (reading.hidden.containsKey(name)) {
                reading.ledger.changed(
                        "Flow",
                        theirs,
                        "The field is both given and set by the flow; it is a hidden field that the app gives.",
                        "Let the app give the right value, or compute it.");
                return;
            }
            boolean numbers = all.stream().allMatch(setting -> setting.value().isNumber());
            JsonNode value = Logic.nothing();
            for (Setting setting : all) {
                JsonNode constant =
                        numbers ? setting.value() : Logic.word(setting.value().asText());
                value = setting.when().isEmpty()
                        ? constant
                        : Logic.op("if", Logic.and(setting.when()), constant, value);
            }
            computed.addObject()
                    .put("name", name)
                    .put("type", numbers ? "number" : "text")
                    .set("compute", value);
        });
        Set<String> names = new TreeSet<>(reading.hidden.keySet());
        if (!names.isEmpty()) {
            ArrayNode hidden = content.putArray("hidden");
            names.forEach(name -> hidden.addObject().put("name", name).put("type", "text"));
        }
    }
}
