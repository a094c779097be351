package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Ledger;
import java.util.List;

/** The shapes of LimeSurvey's question types; what holds for all types is set elsewhere. */
final class QuestionReader {
    private final Variables variables;
    private final Elements elements;
    private final Grids grids;
    private final Fields fields;

    QuestionReader(Variables variables, Prose prose, Ledger ledger) {
        this.variables = variables;
        this.elements = new Elements(variables, prose, ledger);
        this.grids = new Grids(elements, variables, prose, ledger);
        this.fields = new Fields(elements, variables, ledger);
    }

    /** The elements of a question, without what holds for all types; empty if its type is not carried. */
    List<ObjectNode> elements(Asked question) {
        return switch (question.type()) {
            case "L", "!" -> List.of(choice(question));
            case "O" -> List.of(choice(question), comment(question));
            case "M", "P" -> List.of(choices(question));
            case "Y" -> List.of(elements.element(question, "yes_no"));
            case "G" -> List.of(gender(question));
            case "5" -> List.of(five(question));
            case "A" -> List.of(grids.points(question, 5));
            case "B" -> List.of(grids.points(question, 10));
            case "C" -> List.of(grids.fixed(question, "matrix_choice", "Y", "Yes", "N", "No", "U", "Uncertain"));
            case "E" -> List.of(grids.fixed(question, "likert", "I", "Increase", "S", "Same", "D", "Decrease"));
            case "F", "H" -> List.of(grids.array(question));
            case "1" -> grids.dual(question);
            case "N" -> List.of(fields.number(elements.element(question, "number"), question));
            case "K" -> fields.several(question, question.is("slider_layout") ? "slider" : "number");
            case "Q" -> fields.several(question, "text");
            case ":" ->
                question.is("multiflexible_checkbox")
                        ? List.of(grids.ticks(question))
                        : grids.cells(question, "number");
            case ";" -> grids.cells(question, "text");
            case "S", "T", "U" -> List.of(fields.text(question));
            case "R" -> List.of(ranking(question));
            case "D" -> fields.moment(question);
            case "|" -> List.of(fields.file(question));
            case "X" -> List.of(elements.element(question, "statement"));
            default -> List.of();
        };
    }

    private ObjectNode choice(Asked question) {
        ObjectNode element = elements.element(question, "single_choice");
        elements.options(
                question, element.putArray("options"), question.answers(0), variables.codes(question, "a0"), false);
        if (question.type().equals("!")) {
            element.put("presentation", "dropdown");
        }
        return elements.shuffled(question, element);
    }

    private ObjectNode choices(Asked question) {
        ObjectNode element = elements.element(question, "multiple_choice");
        boolean comments = question.type().equals("P");
        elements.options(
                question, element.putArray("options"), question.parts(0), variables.codes(question, "p0"), comments);
        limit(question, "min_answers", element, "min");
        limit(question, "max_answers", element, "max");
        return elements.shuffled(question, element);
    }

    private ObjectNode comment(Asked question) {
        ObjectNode comment = JsonNodeFactory.instance.objectNode().put("type", "text");
        comment.put("name", variables.part(question, "comment")).put("text", "Please enter your comment here");
        return comment.put("long", true);
    }

    private ObjectNode gender(Asked question) {
        ObjectNode element = elements.element(question, "single_choice");
        ArrayNode options = element.putArray("options");
        options.addObject().put("code", "F").put("text", "Female");
        options.addObject().put("code", "M").put("text", "Male");
        return element;
    }

    private ObjectNode five(Asked question) {
        String shape =
                switch (question.attribute("slider_rating")) {
                    case "1" -> "stars";
                    case "2" -> "smileys";
                    default -> "numbers";
                };
        return elements.element(question, "rating").put("points", 5).put("shape", shape);
    }

    private ObjectNode ranking(Asked question) {
        List<Asked.Part> items = question.answers(0).isEmpty() ? question.parts(0) : question.answers(0);
        ObjectNode element = elements.element(question, "ranking");
        elements.options(question, element.putArray("options"), items, variables.codes(question, "a0"), false);
        String most = question.attribute("max_answers");
        if (most.matches("[1-9]\\d{0,3}") && Integer.parseInt(most) < items.size()) {
            element.put("top", Integer.parseInt(most));
        }
        return elements.shuffled(question, element);
    }

    private void limit(Asked question, String attribute, ObjectNode element, String member) {
        String value = question.attribute(attribute);
        if (value.matches("[1-9]\\d{0,3}")) {
            int most = element.path("options").size();
            element.put(member, Math.min(Integer.parseInt(value), most));
        }
    }
}
