package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.VariableName;
import io.earshot.questionnaire.check.VersionDifference.FlowChange;
import io.earshot.questionnaire.check.VersionDifference.VariableChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two versions of a questionnaire, side by side. */
public final class VersionComparison {
    private final Instrument before;
    private final Instrument after;

    /** Both must be content that the schema allows. */
    public VersionComparison(JsonNode before, JsonNode after) {
        this.before = new Instrument(before);
        this.after = new Instrument(after);
    }

    public VersionDifference difference(String from, String to) {
        return new VersionDifference(from, to, variables(), flow());
    }

    private List<VariableChange> variables() {
        Map<String, Named> was = byName(before);
        Map<String, Named> is = byName(after);
        List<VariableChange> changes = new ArrayList<>();
        is.forEach((key, variable) -> {
            Named earlier = was.get(key);
            changes.add(
                    earlier == null
                            ? alone(variable, "added", "Only the later version has it.")
                            : VariableComparison.of(before, earlier, after, variable));
        });
        was.forEach((key, variable) -> {
            if (!is.containsKey(key)) {
                changes.add(alone(variable, "removed", "Only the earlier version has it."));
            }
        });
        return changes;
    }

    private static VariableChange alone(Named variable, String state, String why) {
        return new VariableChange(variable.name(), state, List.of(), false, why);
    }

    private static Map<String, Named> byName(Instrument instrument) {
        Map<String, Named> named = new LinkedHashMap<>();
        instrument.variables().forEach(variable -> named.putIfAbsent(VariableName.key(variable.name()), variable));
        return named;
    }

    private List<FlowChange> flow() {
        List<FlowChange> changes = new ArrayList<>();
        pages(changes);
        elements(changes);
        whole("order", "shuffle", changes);
        whole("language", "defaultLanguage", changes);
        whole("endings", "endings", changes);
        whole("quotas", "quotas", changes);
        return changes;
    }

    private void whole(String what, String member, List<FlowChange> changes) {
        JsonNode was = before.whole().json().path(member);
        JsonNode is = after.whole().json().path(member);
        if (!was.equals(is)) {
            boolean isWord = !was.isContainerNode() && !is.isContainerNode();
            changes.add(new FlowChange(
                    what, member, isWord ? shown(was) + " → " + shown(is) : "The " + member + " are different."));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "none" : value.asText();
    }

    private void pages(List<FlowChange> changes) {
        List<String> orderBefore = names(before).stream()
                .filter(name -> after.page(name).isPresent())
                .toList();
        List<String> orderAfter = names(after).stream()
                .filter(name -> before.page(name).isPresent())
                .toList();
        names(after).stream()
                .filter(name -> before.page(name).isEmpty())
                .forEach(name ->
                        changes.add(new FlowChange("page-added", name, "Only the later version has this page.")));
        names(before).stream()
                .filter(name -> after.page(name).isEmpty())
                .forEach(name ->
                        changes.add(new FlowChange("page-removed", name, "Only the earlier version has this page.")));
        for (int i = 0; i < orderAfter.size(); i++) {
            String name = orderAfter.get(i);
            if (!name.equals(orderBefore.get(i))) {
                changes.add(new FlowChange("page-moved", name, "The page stands elsewhere among the pages of both."));
            }
            Place was = before.pages().get(before.page(name).orElseThrow());
            Place is = after.pages().get(after.page(name).orElseThrow());
            for (String member : List.of("visibleIf", "goTo", "shuffle", "block", "pinned")) {
                if (!was.json().path(member).equals(is.json().path(member))) {
                    changes.add(new FlowChange("page-changed", name, "Its " + member + " is different."));
                }
            }
        }
    }

    private static List<String> names(Instrument instrument) {
        return instrument.pages().stream().map(page -> page.word("name")).toList();
    }

    /** Elements that stand on another page, or in another order among those of both versions. */
    private void elements(List<FlowChange> changes) {
        Map<String, Asked> was = new LinkedHashMap<>();
        Map<String, Asked> is = new LinkedHashMap<>();
        before.elements().forEach(element -> was.putIfAbsent(VariableName.key(element.name()), element));
        after.elements().forEach(element -> is.putIfAbsent(VariableName.key(element.name()), element));
        List<String> orderBefore = was.keySet().stream().filter(is::containsKey).toList();
        List<String> orderAfter = is.keySet().stream().filter(was::containsKey).toList();
        List<String> pagesBefore = names(before);
        List<String> pagesAfter = names(after);
        for (int i = 0; i < orderAfter.size(); i++) {
            String key = orderAfter.get(i);
            Asked element = is.getOrDefault(key, after.elements().get(0));
            String pageBefore = pagesBefore.get(was.getOrDefault(key, element).page());
            String pageAfter = pagesAfter.get(element.page());
            if (!pageBefore.equals(pageAfter)) {
                changes.add(new FlowChange("element-moved", element.name(), pageBefore + " → " + pageAfter));
            } else if (!key.equals(orderBefore.get(i))) {
                changes.add(new FlowChange(
                        "element-moved", element.name(), "It stands elsewhere in the order of the questions."));
            }
        }
    }
}
