package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lists of choices, by name; the choices of a list have valid and distinct codes. */
final class ChoiceLists {
    private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();
    private final Ledger ledger;

    /** @param code in the draft; choices that stand twice for the sake of a filter share one */
    private record Choice(Row row, String code) {}

    ChoiceLists(XlsForm form, Ledger ledger) {
        this.ledger = ledger;
        for (Sheet sheet : List.of(form.choices(), form.external())) {
            for (Row row : sheet.rows()) {
                add(row);
            }
        }
    }

    private void add(Row row) {
        String list = row.get("list_name").strip();
        String name = row.get("name").strip();
        if (list.isEmpty() || name.isEmpty()) {
            ledger.changed(
                    row.where(),
                    String.join(" ", row.cells().values()),
                    "The row has no list_name or no name.",
                    "It is left out; give it both.");
            return;
        }
        Map<String, String> known = codes.computeIfAbsent(list, any -> new LinkedHashMap<>());
        String code = known.get(name);
        if (code == null) {
            code = fresh(Names.code(name), known);
            known.put(name, code);
            if (!code.equals(name)) {
                ledger.changed(
                        row.where(),
                        name,
                        "The name is no valid code, or is the same as another but for its case.",
                        "It is called " + code + " in the draft.");
            }
        }
        lists.computeIfAbsent(list, any -> new ArrayList<>()).add(new Choice(row, code));
    }

    private static String fresh(String code, Map<String, String> known) {
        String candidate = code;
        for (int i = 2; known.containsValue(candidate); i++) {
            candidate = code.substring(0, Math.min(code.length(), 58)) + "_" + i;
        }
        return candidate;
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    Map<String, String> codes(String list) {
        return codes.getOrDefault(list, Map.of());
    }

    /**
     * The options of a question.
     *
     * @param filter the question's {@code choice_filter}, or null
     */
    ArrayNode options(
            String list,
            @Nullable Formula filter,
            Wording wording,
            Function<String, Optional<Answerable>> scope,
            Row question)
            throws NotExpressible {
        used.add(list);
        Map<String, ObjectNode> options = new LinkedHashMap<>();
        Map<String, List<JsonNode>> shown = new LinkedHashMap<>();
        for (Choice choice : lists.getOrDefault(list, List.of())) {
            JsonNode condition = filter == null
                    ? Logic.and(List.of())
                    : new XPathLogic(scope, choice.row().cells()).condition(filter);
            ObjectNode option = option(choice, wording);
            ObjectNode before = options.putIfAbsent(choice.code(), option);
            shown.computeIfAbsent(choice.code(), any -> new ArrayList<>()).add(condition);
            if (before != null && !before.equals(option)) {
                once(
                        choice.row().where(),
                        choice.row().get("name"),
                        "The list has this name twice, with different words.",
                        "The first words are kept; give the choices names of their own.");
            }
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        options.forEach((code, option) -> {
            JsonNode condition = Logic.or(shown.getOrDefault(code, List.of()));
            if (condition.isBoolean() && !condition.booleanValue()) {
                ledger.changed(
                        question.where(),
                        code,
                        "The choice_filter never lets this choice through.",
                        "It is left out of this question.");
                return;
            }
            if (!condition.isBoolean()) {
                option.set("visibleIf", condition);
            }
            array.add(option);
        });
        return array;
    }

    private ObjectNode option(Choice choice, Wording wording) {
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        option.set("code", Codes.node(choice.code()));
        JsonNode text = wording.text(choice.row(), "label");
        String name = choice.row().get("name").strip();
        if (text == null) {
            once(choice.row().where(), name, "The choice has no label.", "Its name stands in; write a label.");
            text = TextNode.valueOf(name);
        }
        option.set("text", text);
        media(choice.row(), wording).ifPresent(image -> option.put("image", image));
        return option;
    }

    /** An image of the web is carried, a file of the form's is not. */
    private Optional<String> media(Row row, Wording wording) {
        Optional<String> image = Optional.empty();
        for (String kind : List.of("image", "audio", "video", "big-image")) {
            for (String file : wording.raw(row, kind).values()) {
                if (kind.equals("image") && file.matches("https://[^\\s]{1,1900}")) {
                    image = image.or(() -> Optional.of(file));
                } else {
                    once(
                            row.where(),
                            kind + " " + file,
                            "The " + kind + " is a file beside the form.",
                            "Put it on the web and name its https address as the option's image.");
                }
            }
        }
        return image;
    }

    /** A list that many questions use is told of once. */
    private void once(String where, String what, String why, String remedy) {
        if (told.add(where + what + why)) {
            ledger.changed(where, what, why, remedy);
        }
    }

    /** Somebody else read the list. */
    void use(String list) {
        used.add(list);
    }

    /** Lists whose choices no question offers. */
    void listUnused() {
        lists.forEach((name, choices) -> {
            if (!used.contains(name)) {
                ledger.changed(
                        choices.get(0).row().where(),
                        "list " + name,
                        "No carried question uses this list of " + choices.size() + " choices.",
                        "Nothing to do, unless a question that was not carried needs it.");
            }
        });
    }
}
