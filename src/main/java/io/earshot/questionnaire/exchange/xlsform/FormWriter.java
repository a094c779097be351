package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Conditions;
import io.earshot.questionnaire.exchange.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A questionnaire as the three sheets of a form; a page is a group on one screen. */
final class FormWriter {
    private final ObjectNode content;
    private final String defaultLanguage;
    private final Names names = new Names();
    final Written survey;
    final Written choices;
    final Written settings;
    private final ElementWriter elements;
    private final LogicToXPath logic;

    FormWriter(ObjectNode content) {
        this.content = content;
        this.defaultLanguage = content.path("defaultLanguage").asText("en");
        survey = new Written(defaultLanguage);
        choices = new Written(defaultLanguage);
        settings = new Written(defaultLanguage);
        logic = new LogicToXPath(variables());
        elements = new ElementWriter(survey, choices, logic);
    }

    FormWriter write() {
        for (JsonNode page : content.path("pages")) {
            page(page);
        }
        content.path("hidden")
                .forEach(hidden -> derived("hidden", hidden.path("name").asText(), ""));
        content.path("computed")
                .forEach(computed -> derived(
                        "calculate",
                        computed.path("name").asText(),
                        logic.expression(computed.path("compute")).orElse("''")));
        // Scores are counted by Earshot; to other tools they are empty, but may be spoken of in texts.
        content.path("scores")
                .forEach(score -> derived("calculate", score.path("name").asText(), "''"));
        settings();
        return this;
    }

    private void page(JsonNode page) {
        ObjectNode members = page.isObject() ? ((ObjectNode) page).deepCopy() : JsonNodeFactory.instance.objectNode();
        members.remove("elements");
        Map<String, String> begin = survey.row();
        begin.put("type", "begin_group");
        begin.put("name", names.claim(page.path("name").asText("page")));
        begin.put("appearance", "field-list");
        elements.relevant(begin, page);
        begin.put(ExportedElements.PART, "page");
        Written.json(begin, ExportedElements.MEMBERS, members);
        for (JsonNode element : page.path("elements")) {
            elements.write(element);
        }
        survey.row().put("type", "end_group");
    }

    private void derived(String type, String name, String calculation) {
        Map<String, String> row = survey.row();
        row.put("type", type);
        row.put("name", name);
        row.put("calculation", calculation);
        row.put(ExportedElements.PART, "derived");
    }

    private void settings() {
        ObjectNode whole = content.deepCopy();
        whole.remove("pages");
        Map<String, String> row = settings.row();
        row.put("form_title", NativeText.title(content));
        row.put("form_id", content.path("name").asText());
        row.put("default_language", Written.language(defaultLanguage));
        row.put("style", "pages");
        Written.json(row, ExportedElements.QUESTIONNAIRE, whole);
    }

    /** Names of groups must not be those of questions, or an expression would not know which is meant. */
    private Map<String, Boolean> variables() {
        Map<String, Boolean> variables = new HashMap<>();
        content.path("pages").forEach(page -> page.path("elements").forEach(element -> {
            Set<String> types = Set.of("multiple_choice", "ranking", "file");
            boolean list = types.contains(element.path("type").asText())
                    || element.path("type").asText().equals("matrix_choice")
                            && element.path("multiple").asBoolean();
            String own = element.path("name").asText();
            Conditions.variables(element).forEach(name -> variables.put(name, list && !isOpenText(element, own, name)));
            names.claim(own);
        }));
        for (String member : List.of("hidden", "computed", "scores")) {
            content.path(member).forEach(each -> variables.put(each.path("name").asText(), false));
        }
        variables.keySet().forEach(name -> {
            if (names.isFree(name)) {
                names.claim(name);
            }
        });
        return variables;
    }

    private static boolean isOpenText(JsonNode element, String own, String name) {
        return element.has("options") && !element.has("rows") && !name.equals(own);
    }
}
