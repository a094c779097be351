package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** An object of a file whose members are ticked off as they are carried, so that what nobody looked at is listed and not lost. */
public final class Members {
    private final JsonNode json;
    private final String where;
    private final Set<String> seen = new HashSet<>();

    /** @param where its place in the file, such as {@code pages[0].elements[2]} */
    public Members(JsonNode json, String where) {
        this.json = json;
        this.where = where;
    }

    public String where() {
        return where;
    }

    /** The object itself; an empty one if there is something else. */
    public ObjectNode json() {
        return json instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** A member, ticked off; missing if there is none. */
    public JsonNode take(String name) {
        seen.add(name);
        return json.path(name);
    }

    /** The first of the members that is there, such as an older name of the same; all are ticked off. */
    public JsonNode takeAny(String... names) {
        JsonNode found = json.path(names[0]);
        for (String name : names) {
            seen.add(name);
            if (isAbsent(found)) {
                found = json.path(name);
            }
        }
        return found;
    }

    public String word(String name) {
        return take(name).asText("");
    }

    public boolean isTrue(String name) {
        JsonNode found = take(name);
        return found.isBoolean() ? found.booleanValue() : found.asText("").equalsIgnoreCase("true");
    }

    public boolean has(String name) {
        return !isAbsent(json.path(name));
    }

    /** Ticks members off that change nothing about what is asked, such as widths and colours. */
    public void ignore(Set<String> names) {
        seen.addAll(names);
    }

    /** Lists what was never taken; members that are empty, false or null say nothing. */
    public void listRest(Ledger ledger) {
        json.properties().forEach(member -> {
            if (!seen.contains(member.getKey()) && !isAbsent(member.getValue())) {
                ledger.changed(
                        where,
                        member.getKey() + ": " + member.getValue(),
                        "The member " + member.getKey() + " has no counterpart here, or is not known.",
                        "Leave it out, or set by hand what comes closest.");
            }
        });
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isBoolean() && !value.booleanValue());
    }
}
