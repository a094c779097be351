package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Elements as rows: of a type that XLSForm has as near as there is one, and with what it can't hold beside it. */
final class ElementWriter {
    private static final Set<String> GROUPS = Set.of("likert", "matrix_choice", "constant_sum", "max_diff", "contact");

    private final Written survey;
    private final Written choices;
    private final LogicToXPath logic;
    private final Map<JsonNode, String> lists = new HashMap<>();
    private final Set<String> listNames = new HashSet<>();

    ElementWriter(Written survey, Written choices, LogicToXPath logic) {
        this.survey = survey;
        this.choices = choices;
        this.logic = logic;
    }

    void write(JsonNode element) {
        String type = element.path("type").asText();
        Map<String, String> row = survey.row();
        ObjectNode members =
                element.isObject() ? ((ObjectNode) element).deepCopy() : JsonNodeFactory.instance.objectNode();
        String list = list(element, members);
        row.put("type", GROUPS.contains(type) ? "begin_group" : NativeType.of(element, list));
        row.put("name", element.path("name").asText());
        text(row, element, members, "text", "label");
        text(row, element, members, "description", "hint");
        if (element.path("required").asBoolean()) {
            row.put("required", "yes");
        } else if (element.has("requiredIf")) {
            logic.expression(element.path("requiredIf")).ifPresent(expression -> row.put("required", expression));
        }
        relevant(row, element);
        put(row, "appearance", NativeType.appearance(element));
        put(row, "parameters", NativeType.parameters(element));
        put(row, "constraint", NativeType.constraint(element));
        members.remove("name");
        if (element.path("rows").isArray() && GROUPS.contains(type)) {
            // They are read back from the rows that follow.
            members.remove("rows");
        }
        row.put(ExportedElements.PART, "element");
        row.put(ExportedElements.WRITTEN, ExportedElements.written(new Row("survey", 1, row)));
        Written.json(row, ExportedElements.MEMBERS, members);
        if (GROUPS.contains(type)) {
            children(element, type, list);
            survey.row().put("type", "end_group");
        } else {
            openTexts(element);
        }
    }

    /** The name of the list of the element's options, which is written if it is new; empty if it has none. */
    private String list(JsonNode element, ObjectNode members) {
        String member =
                switch (element.path("type").asText()) {
                    case "single_choice", "multiple_choice", "ranking", "matrix_choice" -> "options";
                    case "likert" -> "scale";
                    case "yes_no", "consent", "link" -> "fixed";
                    default -> "";
                };
        if (member.isEmpty()) {
            return "";
        }
        JsonNode options = member.equals("fixed") ? NativeType.fixedOptions(element) : element.path(member);
        // The list is read back from the sheet of choices.
        members.remove(member);
        return list(options, element.path("name").asText());
    }

    /** The list that holds just these options; questions with the same ones share it. */
    private String list(JsonNode options, String wanted) {
        String known = lists.get(options);
        if (known != null) {
            return known;
        }
        String name = wanted;
        for (int i = 2; !listNames.add(name); i++) {
            name = wanted + "_list_" + i;
        }
        lists.put(options, name);
        for (JsonNode option : options) {
            choice(name, option);
        }
        return name;
    }

    private void choice(String list, JsonNode option) {
        Map<String, String> row = choices.row();
        row.put("list_name", list);
        String code = option.path("code").asText();
        row.put("name", code);
        ObjectNode members =
                option.isObject() ? ((ObjectNode) option).deepCopy() : JsonNodeFactory.instance.objectNode();
        if (io.earshot.questionnaire.exchange.Codes.node(code).equals(option.path("code"))) {
            members.remove("code");
        }
        if (choices.text(row, "label", option.path("text"))) {
            members.remove("text");
        }
        put(row, "image", option.path("image").asText(""));
        Written.json(row, ExportedElements.MEMBERS, members);
    }

    private void children(JsonNode element, String type, String list) {
        switch (type) {
            case "likert" -> rows(element, "select_one " + list, "");
            case "matrix_choice" ->
                rows(element, (element.path("multiple").asBoolean() ? "select_multiple " : "select_one ") + list, "");
            case "constant_sum" -> rows(element, "decimal", ". >= 0");
            case "contact" ->
                element.path("fields").forEach(field -> {
                    String name = field.path("field").asText();
                    JsonNode text = field.has("text") ? field.path("text") : TextNode.valueOf(name.replace('_', ' '));
                    child("text", element.path("name").asText() + "_" + name, text);
                });
            default -> {
                for (int i = 1; i <= element.path("sets").size(); i++) {
                    String name = element.path("name").asText() + "_" + i;
                    String set = set(element, i - 1, name);
                    child("select_one " + set, name + "_best", label(element, "bestLabel", "Best"));
                    child("select_one " + set, name + "_worst", label(element, "worstLabel", "Worst"));
                }
            }
        }
    }

    private String set(JsonNode element, int index, String name) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (JsonNode code : element.path("sets").path(index)) {
            for (JsonNode option : element.path("options")) {
                if (option.path("code").asText().equals(code.asText())) {
                    options.add(option);
                }
            }
        }
        return list(options, name);
    }

    private static JsonNode label(JsonNode element, String member, String otherwise) {
        return element.has(member) ? element.path(member) : TextNode.valueOf(otherwise);
    }

    private void rows(JsonNode element, String type, String constraint) {
        for (JsonNode line : element.path("rows")) {
            Map<String, String> row = survey.row();
            ObjectNode members =
                    line.isObject() ? ((ObjectNode) line).deepCopy() : JsonNodeFactory.instance.objectNode();
            row.put("type", type);
            row.put("name", line.path("name").asText());
            text(row, line, members, "text", "label");
            if (element.path("required").asBoolean() && !type.equals("decimal")) {
                row.put("required", "yes");
            }
            relevant(row, line);
            put(row, "constraint", constraint);
            members.remove("name");
            row.put(ExportedElements.PART, "row");
            Written.json(row, ExportedElements.MEMBERS, members);
        }
    }

    private void child(String type, String name, JsonNode text) {
        Map<String, String> row = survey.row();
        row.put("type", type);
        row.put("name", name);
        survey.text(row, "label", text);
        row.put(ExportedElements.PART, "derived");
    }

    /** The words that go with an option are a question of their own to XLSForm. */
    private void openTexts(JsonNode element) {
        boolean many = element.path("type").asText().equals("multiple_choice");
        for (JsonNode option : element.path("options")) {
            if (option.path("openText").asBoolean()) {
                String question = element.path("name").asText();
                String code = option.path("code").asText();
                child("text", question + "_" + code, option.path("text"));
                String chosen =
                        many ? "selected(${" + question + "}, '" + code + "')" : "${" + question + "} = '" + code + "'";
                survey.rows().get(survey.rows().size() - 1).put("relevant", chosen);
            }
        }
    }

    void relevant(Map<String, String> row, JsonNode owner) {
        if (!owner.has("visibleIf")) {
            return;
        }
        Optional<String> expression = logic.expression(owner.path("visibleIf"));
        put(row, "relevant", expression.orElse(""));
        put(row, ExportedElements.RELEVANT, expression.orElse(""));
    }

    private void text(Map<String, String> row, JsonNode element, ObjectNode members, String member, String heading) {
        if (element.has(member) && survey.text(row, heading, element.path(member))) {
            members.remove(member);
        }
    }

    private static void put(Map<String, String> row, String heading, String cell) {
        if (!cell.isEmpty()) {
            row.put(heading, cell);
        }
    }
}
