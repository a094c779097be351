package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a survey as one or two elements, or as an entry of what was not carried. */
final class ElementReader {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z-]+)\\s*=\\s*([^\\s,;]+)");
    private static final Set<String> OF_NO_CONSEQUENCE = Set.of(
            "horizontal",
            "horizontal-compact",
            "compact",
            "compact-2",
            "compact-n",
            "quick",
            "quickcompact",
            "label",
            "list-nolabel",
            "columns",
            "columns-pack",
            "columns-flex",
            "no-buttons",
            "field-list",
            "table-list",
            "w1",
            "w2",
            "w3",
            "w4",
            "w5",
            "w6",
            "w7",
            "w8",
            "w9",
            "w10",
            "new",
            "new-front",
            "no-calendar",
            "thousands-sep",
            "bearing",
            "picker",
            "vertical",
            "no-ticks",
            "spinner");

    private final Questions questions;
    private final ChoiceLists lists;
    private final Wording wording;
    private final Columns columns;
    private final Ledger ledger;

    ElementReader(Questions questions, ChoiceLists lists, Wording wording, Columns columns, Ledger ledger) {
        this.questions = questions;
        this.lists = lists;
        this.wording = wording;
        this.columns = columns;
        this.ledger = ledger;
    }

    /** The elements that a row becomes; none if it is of a kind that the draft has no place for, which is listed. */
    List<ObjectNode> read(Row row, TypeCell type) {
        String kind = type.base().equals("note") ? FormReader.TEXTS : Ledger.QUESTIONS;
        ledger.met(kind);
        ObjectNode element = element(row, type);
        if (element == null) {
            ledger.leftOut(
                    kind,
                    row.where(),
                    row.get("type") + " " + row.get("name"),
                    why(type),
                    "It is left out; ask for it in another way, such as with a text question.");
            return List.of();
        }
        if (type.isSelect() && element.path("options").isEmpty()) {
            ledger.leftOut(
                    kind,
                    row.where(),
                    row.get("type") + " " + row.get("name"),
                    "There are no choices in a list named " + type.list() + ".",
                    "Add the list to the sheet choices and import again.");
            return List.of();
        }
        ledger.carried(kind);
        common(row, type, element);
        if (type.base().equals("datetime")) {
            return moment(row, element);
        }
        return List.of(element);
    }

    private @Nullable ObjectNode element(Row row, TypeCell type) {
        String name = questions.of(row).map(Answerable::name).orElseGet(() -> questions.fresh(named(row), row));
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        switch (type.base()) {
            case "note" -> element.put("type", "statement");
            case "select_one", "external" -> element.put("type", "single_choice");
            case "select_multiple" -> element.put("type", "multiple_choice");
            case "rank" -> element.put("type", "ranking");
            case "integer" -> element.put("type", "number").put("step", 1);
            case "decimal" -> element.put("type", "number");
            case "percentage" ->
                element.put("type", "number").put("min", 0).put("max", 100).put("unit", "%");
            case "days 31", "days 183", "days 365" ->
                element.put("type", "number")
                        .put("min", 0)
                        .put("max", Integer.parseInt(type.base().substring(5)))
                        .put("step", 1);
            case "range" -> element.put("type", "slider");
            case "text", "barcode" -> element.put("type", "text");
            case "phone" -> element.put("type", "text").put("format", "phone");
            case "email" -> element.put("type", "text").put("format", "email");
            case "url" -> element.put("type", "text").put("format", "url");
            case "date", "datetime" -> element.put("type", "date");
            case "time" -> element.put("type", "time");
            case "acknowledge" -> element.put("type", "single_choice");
            case "image", "audio", "video", "file" -> element.put("type", "file");
            default -> {
                return null;
            }
        }
        element.put("name", name);
        element.set("text", text(row, name));
        special(row, type, element);
        return element;
    }

    private void special(Row row, TypeCell type, ObjectNode element) {
        Map<String, String> parameters = parameters(row);
        switch (type.base()) {
            case "select_one", "select_multiple", "external", "rank" -> select(row, type, element, parameters);
            case "range" -> range(row, element, parameters);
            case "acknowledge" -> acknowledge(element);
            case "image", "audio", "video" -> element.putArray("accept").add(type.base() + "/*");
            case "barcode" ->
                ledger.changed(
                        row.where(),
                        "barcode",
                        "Codes are not scanned here.",
                        "The question asks to type it; say so in its text.");
            default -> {}
        }
        parameters.forEach((key, value) -> columns.note("parameters " + key, row));
    }

    private void select(Row row, TypeCell type, ObjectNode element, Map<String, String> parameters) {
        Formula filter = null;
        ArrayNode options = null;
        try {
            filter = row.get("choice_filter").isEmpty() ? null : XPathLogic.parse(row.get("choice_filter"));
            options = lists.options(type.list(), filter, wording, questions::named, row);
        } catch (NotExpressible e) {
            notCarried(row, "choice_filter", e, "All choices are shown; give options a visibleIf.");
        }
        if (options == null) {
            options = unfiltered(type, row);
        }
        if (type.orOther()) {
            other(row, options);
        }
        element.set("options", options);
        if (Columns.isYes(parameters.getOrDefault("randomize", ""))) {
            element.put("shuffle", "options");
        }
        parameters.remove("randomize");
    }

    private ArrayNode unfiltered(TypeCell type, Row row) {
        try {
            return lists.options(type.list(), null, wording, questions::named, row);
        } catch (NotExpressible e) {
            throw new IllegalStateException("without a filter there is nothing to express", e);
        }
    }

    private void other(Row row, ArrayNode options) {
        ObjectNode other = null;
        for (JsonNode option : options) {
            if (option.path("code").asText().equals("other")) {
                other = (ObjectNode) option;
            }
        }
        if (other == null) {
            other = options.addObject().put("code", "other");
            other.put("text", "Other");
        }
        if (questions.of(row).filter(questions::hasOther).isPresent()) {
            other.put("openText", true).put("pinned", true);
        } else {
            ledger.changed(
                    row.where(),
                    "or_other",
                    "The words of \"other\" would be kept under " + row.get("name") + "_other, and that name is taken.",
                    "The option asks for no words; the other question may.");
        }
    }

    private void range(Row row, ObjectNode element, Map<String, String> parameters) {
        BigDecimal start = number(parameters.remove("start"), BigDecimal.ZERO);
        BigDecimal end = number(parameters.remove("end"), BigDecimal.TEN);
        BigDecimal step = number(parameters.remove("step"), BigDecimal.ONE);
        boolean stars = row.get("appearance").contains("rating")
                && start.compareTo(BigDecimal.ONE) == 0
                && step.compareTo(BigDecimal.ONE) == 0
                && end.stripTrailingZeros().scale() <= 0
                && end.compareTo(BigDecimal.valueOf(2)) >= 0
                && end.compareTo(BigDecimal.valueOf(11)) <= 0;
        if (stars) {
            element.put("type", "rating").put("points", end.intValue()).put("shape", "stars");
            return;
        }
        element.set("min", Codes.number(start.min(end)));
        element.set("max", Codes.number(start.max(end)));
        element.set("step", Codes.number(step.signum() > 0 ? step : BigDecimal.ONE));
    }

    private static BigDecimal number(@Nullable String given, BigDecimal otherwise) {
        return given != null && given.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? new BigDecimal(given) : otherwise;
    }

    /** "OK" is the value that ODK keeps for it. */
    private static void acknowledge(ObjectNode element) {
        element.putArray("options").addObject().put("code", "OK").put("text", "OK");
    }

    /** One question for a date and a time becomes two. */
    private List<ObjectNode> moment(Row row, ObjectNode date) {
        ObjectNode time = date.deepCopy();
        time.put("type", "time").put("name", questions.fresh(date.path("name").asText() + "_time", row));
        ledger.changed(
                row.where(),
                "datetime " + row.get("name"),
                "Date and time are two questions here.",
                "They are called " + date.path("name").asText() + " and "
                        + time.path("name").asText() + "; adapt their texts.");
        return List.of(date, time);
    }

    private void common(Row row, TypeCell type, ObjectNode element) {
        JsonNode hint = wording.text(row, "hint");
        if (hint != null) {
            element.set("description", hint);
        }
        boolean asks = !type.base().equals("note");
        if (asks) {
            required(row, element);
        }
        condition(row, "relevant", element, "visibleIf", "It is always shown; write the condition anew.");
        if (asks) {
            constraint(row, type, element);
        }
        if (!row.get("calculation").isEmpty()) {
            columns.note("calculation of a question", row);
        }
        appearance(row, element);
        image(row, element);
        columns.note(row);
    }

    private void required(Row row, ObjectNode element) {
        String cell = row.get("required");
        if (Columns.isYes(cell)) {
            element.put("required", true);
        } else if (!Columns.isNo(cell)) {
            condition(row, "required", element, "requiredIf", "It is not required; write the condition anew.");
        }
    }

    void condition(Row row, String column, ObjectNode owner, String member, String remedy) {
        if (row.get(column).isEmpty()) {
            return;
        }
        try {
            JsonNode condition =
                    new XPathLogic(questions::named, Map.of()).condition(XPathLogic.parse(row.get(column)));
            if (!condition.isBoolean() || !condition.booleanValue()) {
                owner.set(member, condition);
            }
        } catch (NotExpressible e) {
            notCarried(row, column, e, remedy);
        }
    }

    private void constraint(Row row, TypeCell type, ObjectNode element) {
        String expression = row.get("constraint");
        JsonNode message = wording.text(row, "constraint_message");
        if (!expression.isEmpty()) {
            try {
                Map<String, String> codes = new HashMap<>(lists.codes(type.list()));
                boolean whole = element.path("step").equals(IntNode.valueOf(1));
                Constraint.apply(expression, element, row.get("name").strip(), codes, whole);
            } catch (NotExpressible e) {
                notCarried(
                        row,
                        "constraint",
                        e,
                        "Any answer of the type is allowed"
                                + (message == null ? "." : "; the message was: " + message.toString() + "."));
                return;
            }
        }
        if (message != null && element.has("pattern")) {
            element.set("patternHint", message);
        } else if (message != null) {
            columns.note("constraint_message", row);
        }
    }

    private void appearance(Row row, ObjectNode element) {
        for (String word : row.get("appearance").toLowerCase(Locale.ROOT).split("\\s+")) {
            String type = element.path("type").asText();
            boolean one = type.equals("single_choice");
            switch (word) {
                case "", "rating" -> {}
                case "minimal", "autocomplete", "search", "autocomplete_chars" -> {
                    if (one) {
                        element.put("presentation", "dropdown");
                    }
                }
                case "likert" -> {
                    if (one) {
                        element.put("ordered", true).put("presentation", "buttons");
                    }
                }
                case "multiline", "textarea" -> {
                    if (type.equals("text")) {
                        element.put("long", true);
                    }
                }
                case "url" -> {
                    if (type.equals("text")) {
                        element.put("format", "url");
                    }
                }
                case "annotate", "draw", "signature" -> columns.note("appearance " + word, row);
                default -> {
                    if (!OF_NO_CONSEQUENCE.contains(word) && !word.matches("(columns|compact)-\\d+")) {
                        columns.note("appearance " + word, row);
                    }
                }
            }
        }
    }

    private void image(Row row, ObjectNode element) {
        for (String file : wording.raw(row, "image").values()) {
            if (element.path("type").asText().equals("statement") && file.matches("https://[^\\s]{1,1900}")) {
                element.put("image", file);
            } else {
                columns.note("image", row);
            }
        }
    }

    JsonNode text(Row row, String name) {
        JsonNode text = wording.text(row, "label");
        if (text == null) {
            ledger.changed(row.where(), name, "There is no label.", "Its name stands in; write a text.");
            return TextNode.valueOf(name);
        }
        return text;
    }

    private void notCarried(Row row, String column, NotExpressible e, String remedy) {
        ledger.changed(row.where(), column + ": " + row.get(column), e.why(), remedy);
    }

    private static String named(Row row) {
        String name = row.get("name").strip();
        return name.isEmpty() ? "row_" + row.number() : name;
    }

    private static Map<String, String> parameters(Row row) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(row.get("parameters"));
        while (matcher.find()) {
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
        }
        return parameters;
    }

    private static String why(TypeCell type) {
        return switch (type.base()) {
            case "geopoint", "geotrace", "geoshape" -> "Places on a map are not asked for here.";
            case "from_file" -> "Its choices are in a file beside the form: " + type.list() + ".";
            case "csv-external", "xml-external" -> "It names a file beside the form.";
            default -> "There is no such type of question here.";
        };
    }
}
