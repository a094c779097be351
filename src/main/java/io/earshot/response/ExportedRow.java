package io.earshot.response;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A response on its way into a table, its JSON read once for all columns. */
record ExportedRow(StoredResponse response, ObjectNode answers, ObjectNode context) {
    static ExportedRow of(StoredResponse response) {
        return new ExportedRow(
                response,
                ResponseJson.read(response.answers(), ObjectNode.class),
                ResponseJson.read(response.context(), ObjectNode.class));
    }
}
