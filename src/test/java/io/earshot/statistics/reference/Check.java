package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One line of a case: a method, its arguments and what R gave. */
record Check(String caseName, int number, String method, JsonNode args, JsonNode json) {
    String name() {
        return caseName + "#" + number + " " + method;
    }

    JsonNode values() {
        return json.path("values");
    }

    double tolerance() {
        return json.path("tolerance").asDouble(1e-9);
    }

    double absoluteTolerance() {
        return json.path("abs_tolerance").asDouble(1e-12);
    }

    @Nullable
    String note() {
        return json.path("note").textValue();
    }

    /** The R call that gave the values. */
    String r() {
        return json.path("r").asText("");
    }
}
