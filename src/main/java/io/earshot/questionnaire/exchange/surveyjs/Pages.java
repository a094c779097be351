package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pages and panels: a panel's questions stand on its page, each under the panel's conditions; titles become statements. */
final class Pages {
    private static final Set<String> LOOKS = Set.of(
            "navigationButtonsVisibility",
            "showNavigationButtons",
            "navigationTitle",
            "navigationDescription",
            "passed",
            "innerIndent",
            "startWithNewLine",
            "width",
            "minWidth",
            "maxWidth",
            "indent",
            "titleLocation",
            "questionTitleLocation",
            "descriptionLocation",
            "questionErrorLocation",
            "state",
            "showNumber",
            "showQuestionNumbers",
            "questionStartIndex",
            "isExpanded",
            "type",
            "name",
            "id",
            "gridLayoutColumns",
            "questionTitleWidth",
            "colSpan",
            "requiredErrorText",
            "allowAdaptiveActions",
            "scrollToTop");

    private final Reading reading;
    private final Questions questions;

    Pages(Reading reading) {
        this.reading = reading;
        this.questions = new Questions(reading);
    }

    void add(Members survey, ArrayNode into) {
        JsonNode pages = survey.take("pages");
        JsonNode loose = survey.takeAny("elements", "questions");
        if (loose.isArray() && !loose.isEmpty()) {
            ArrayNode elements = page("page1", into);
            introduce(survey, elements);
            elements(loose, "elements", List.of(), elements, 0);
        }
        for (int i = 0; i < pages.size(); i++) {
            Members page = new Members(pages.get(i), "pages[" + i + "]");
            String name = page.word("name");
            ArrayNode elements = page(name.isEmpty() ? "page" + (i + 1) : name, into);
            ObjectNode made = (ObjectNode) into.get(into.size() - 1);
            if (i == 0 && into.size() == 1) {
                introduce(survey, elements);
            }
            container(page, List.of(), elements, made, 0);
            reading.pageOf(name, made);
        }
        survey.ignore(Set.of("description"));
    }

    /** The survey's own description stands first. */
    private void introduce(Members survey, ArrayNode elements) {
        JsonNode words = reading.wording.text(survey.take("description"));
        if (!words.isMissingNode()) {
            statement(
                    "survey_description",
                    reading.wording.text(survey.take("description"), "…"),
                    List.of(),
                    "survey",
                    elements);
        }
    }

    private ArrayNode page(String name, ArrayNode into) {
        ObjectNode page = into.addObject();
        page.put("name", reading.pageNames.claim(name.equalsIgnoreCase("end") ? "page_end" : name));
        return page.putArray("elements");
    }

    private void container(
            Members box, List<Reading.Condition> around, ArrayNode elements, ObjectNode page, int depth) {
        boolean isPage = depth == 0;
        List<Reading.Condition> inside = new ArrayList<>(around);
        if (box.has("visibleIf")) {
            Reading.Condition own = new Reading.Condition(box.word("visibleIf"), box.where(), "visibleIf");
            if (isPage) {
                reading.when(page, "visibleIf", List.of(own));
            } else {
                inside.add(own);
            }
        }
        JsonNode visible = box.take("visible");
        if (visible.isBoolean() && !visible.booleanValue()) {
            inside.add(new Reading.Condition("false", box.where(), "visible"));
        }
        if (box.has("requiredIf") || box.isTrue("isRequired")) {
            reading.ledger.changed(
                    box.where(),
                    "isRequired " + box.word("requiredIf"),
                    "Only questions are required here, not panels.",
                    "Mark the question that must be answered as required.");
        }
        heading(box, inside, elements);
        if (box.takeAny("questionsOrder", "questionOrder").asText("").equals("random")) {
            if (isPage) {
                page.put("shuffle", "elements");
            } else {
                reading.ledger.changed(
                        box.where(),
                        "questionsOrder: random",
                        "A panel's questions stand in order; only pages are shuffled.",
                        "Put the panel on a page of its own and shuffle it.");
            }
        }
        elements(box.takeAny("elements", "questions"), box.where() + ".elements", inside, elements, depth + 1);
        box.ignore(LOOKS);
        box.listRest(reading.ledger);
    }

    private void heading(Members box, List<Reading.Condition> conditions, ArrayNode elements) {
        JsonNode title = reading.wording.text(box.take("title"));
        JsonNode description = reading.wording.text(box.take("description"));
        if (title.isMissingNode() && description.isMissingNode()) {
            return;
        }
        JsonNode words = title.isMissingNode() ? description : title;
        ObjectNode made = statement(box.word("name") + "_title", full(words), conditions, box.where(), elements);
        if (!title.isMissingNode() && !description.isMissingNode()) {
            made.set("description", full(description));
        }
    }

    private JsonNode full(JsonNode words) {
        return reading.wording.text(words, "…");
    }

    private ObjectNode statement(
            String name, JsonNode words, List<Reading.Condition> conditions, String where, ArrayNode elements) {
        ObjectNode statement = elements.addObject().put("type", "statement");
        statement.put("name", reading.names.claim(name)).set("text", words);
        statement.put("pinned", true);
        reading.when(statement, "visibleIf", conditions);
        reading.placed(statement, where);
        return statement;
    }

    private void elements(JsonNode list, String where, List<Reading.Condition> around, ArrayNode into, int depth) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            String at = where + "[" + i + "]";
            String type = element.path("type").asText();
            if (type.equals("panel") || type.equals("flowpanel")) {
                int before = into.size();
                container(new Members(element, at), around, into, JsonNodeFactory.instance.objectNode(), depth + 1);
                reading.boxed(element.path("name").asText(), into, before);
            } else {
                int before = into.size();
                questions.add(element, at, around, into);
                reading.boxed(element.path("name").asText(), into, before);
            }
        }
    }

    /** A page whose questions were all left out asks nothing. */
    void dropEmpty(ArrayNode pages) {
        for (int i = pages.size() - 1; i >= 0; i--) {
            if (pages.get(i).path("elements").isEmpty()) {
                pages.remove(i);
            }
        }
        if (pages.isEmpty()) {
            ObjectNode page = pages.addObject().put("name", reading.pageNames.claim("page1"));
            page.putArray("elements")
                    .addObject()
                    .put("type", "statement")
                    .put("name", "empty")
                    .put("text", "…");
            reading.ledger.changed(
                    "survey",
                    "no questions",
                    "Nothing of the file could be asked; a statement stands in its place.",
                    "Write the questions into the draft.");
        }
    }
}
