package io.earshot.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.finding.CodebookEntry.Asked;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.Expression;
import io.earshot.questionnaire.MultipleChoice;
import io.earshot.questionnaire.Option;
import io.earshot.questionnaire.Page;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.SingleChoice;
import io.earshot.questionnaire.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says who is asked what, from a questionnaire's conditions and routes. */
final class Askings {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Askings() {}

    /** Empty if no element of a page asks it. */
    static Optional<Asked> of(Questionnaire questionnaire, Variable variable) {
        List<Page> pages = questionnaire.pages();
        for (int at = 0; at < pages.size(); at++) {
            for (Element element : pages.get(at).elements()) {
                if (element.name().equals(variable.question())) {
                    return Optional.of(of(pages, at, element, variable));
                }
            }
        }
        return Optional.empty();
    }

    private static Asked of(List<Page> pages, int at, Element element, Variable variable) {
        Page page = pages.get(at);
        List<String> conditions = Stream.concat(
                        Stream.of(page.visibleIf(), element.visibleIf())
                                .filter(condition -> !condition.equals(Condition.ALWAYS))
                                .map(Condition::logic),
                        chosen(element, variable).stream())
                .map(JsonNode::toString)
                .toList();
        List<String> passedOverBy = pages.subList(0, at).stream()
                .filter(earlier -> leadsPast(earlier, pages, at))
                .map(Page::name)
                .toList();
        return new Asked(conditions, page.name(), passedOverBy);
    }

    /** What must be chosen before its words are asked for; empty for all but the open text of an option. */
    private static Optional<JsonNode> chosen(Element element, Variable variable) {
        JsonNode question = JSON.objectNode().put("var", element.name());
        if (element instanceof MultipleChoice several) {
            return opens(several.options(), element, variable).map(code -> JSON.objectNode()
                    .set("in", JSON.arrayNode().add(code).add(question)));
        }
        if (element instanceof SingleChoice one) {
            return opens(one.options(), element, variable).map(code -> JSON.objectNode()
                    .set("==", JSON.arrayNode().add(question).add(code)));
        }
        return Optional.empty();
    }

    private static Optional<String> opens(List<Option> options, Element element, Variable variable) {
        return options.stream()
                .filter(Option::openText)
                .map(option -> option.code().text())
                .filter(code -> variable.name().equals(element.name() + "_" + code))
                .findFirst();
    }

    /** Whether a route names the end or a page that comes after a place, as far as names tell. */
    private static boolean leadsPast(Page earlier, List<Page> pages, int at) {
        Expression route = earlier.goTo();
        return route != null
                && Stream.concat(
                                Stream.of(Page.END),
                                pages.subList(at + 1, pages.size()).stream().map(Page::name))
                        .anyMatch(name -> route.logic().toString().contains('"' + name + '"'));
    }
}
