package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.formula.Logic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The shapes of LimeSurvey's question types; what holds for all types is set elsewhere. */
final class QuestionReader {
    private static final int MAX_CELLS = 200;
    private static final Set<String> EXTENSIONS = Set.of("png", "gif", "jpeg", "webp", "bmp", "tiff");

    private final Variables variables;
    private final Prose prose;
    private final Ledger ledger;

    QuestionReader(Variables variables, Prose prose, Ledger ledger) {
        this.variables = variables;
        this.prose = prose;
        this.ledger = ledger;
    }

    /** The elements of a question, without what holds for all types; empty if its type is not carried. */
    List<ObjectNode> elements(Asked question) {
        return switch (question.type()) {
            case "L", "!" -> List.of(choice(question));
            case "O" -> List.of(choice(question), comment(question));
            case "M", "P" -> List.of(choices(question));
            case "Y" -> List.of(element(question, "yes_no"));
            case "G" -> List.of(gender(question));
            case "5" -> List.of(five(question));
            case "A" -> List.of(points(question, 5));
            case "B" -> List.of(points(question, 10));
            case "C" -> List.of(fixed(question, "matrix_choice", "Y", "Yes", "N", "No", "U", "Uncertain"));
            case "E" -> List.of(fixed(question, "likert", "I", "Increase", "S", "Same", "D", "Decrease"));
            case "F", "H" -> List.of(array(question));
            case "1" -> dual(question);
            case "N" -> List.of(number(element(question, "number"), question));
            case "K" -> several(question, question.is("slider_layout") ? "slider" : "number");
            case "Q" -> several(question, "text");
            case ":" -> question.is("multiflexible_checkbox") ? List.of(ticks(question)) : cells(question, "number");
            case ";" -> cells(question, "text");
            case "S", "T", "U" -> List.of(text(question));
            case "R" -> List.of(ranking(question));
            case "D" -> moment(question);
            case "|" -> List.of(file(question));
            case "X" -> List.of(element(question, "statement"));
            default -> List.of();
        };
    }

    private ObjectNode element(Asked question, String type) {
        return element(question, type, variables.of(question));
    }

    private ObjectNode element(Asked question, String type, String name) {
        ObjectNode element =
                JsonNodeFactory.instance.objectNode().put("type", type).put("name", name);
        JsonNode text = prose.text(question.texts(), question.where(), variables.of(question));
        if (text == null) {
            ledger.changed(
                    question.where(),
                    question.what(),
                    "The question has no text.",
                    "Its code stands in; write a text.");
            text = TextNode.valueOf(question.code().isEmpty() ? name : question.code());
        }
        element.set("text", text);
        JsonNode help = prose.text(question.help(), question.where(), variables.of(question));
        if (help != null) {
            element.set("description", help);
        }
        return element;
    }

    private JsonNode text(Asked question, Asked.Part part) {
        JsonNode text = prose.text(part.texts(), question.where(), variables.of(question));
        return text == null ? TextNode.valueOf(part.code().isEmpty() ? "–" : part.code()) : text;
    }

    private ObjectNode choice(Asked question) {
        ObjectNode element = element(question, "single_choice");
        options(question, element.putArray("options"), question.answers(0), variables.codes(question, "a0"), false);
        if (question.type().equals("!")) {
            element.put("presentation", "dropdown");
        }
        return shuffled(question, element);
    }

    private ObjectNode choices(Asked question) {
        ObjectNode element = element(question, "multiple_choice");
        boolean comments = question.type().equals("P");
        options(question, element.putArray("options"), question.parts(0), variables.codes(question, "p0"), comments);
        limit(question, "min_answers", element, "min");
        limit(question, "max_answers", element, "max");
        return shuffled(question, element);
    }

    private void options(
            Asked question, ArrayNode options, List<Asked.Part> parts, Map<String, String> codes, boolean comments) {
        Set<String> alone = Arrays.stream(
                        question.attribute("exclude_all_others").split("[;,]"))
                .map(String::strip)
                .collect(Collectors.toSet());
        for (Asked.Part part : parts) {
            ObjectNode option = options.addObject();
            option.set("code", Codes.node(codes.getOrDefault(part.code(), part.code())));
            option.set("text", text(question, part));
            if (comments) {
                option.put("openText", true);
            }
            if (alone.contains(part.code())
                    && !question.type().equals("L")
                    && !question.type().equals("!")) {
                option.put("exclusive", true);
            }
        }
        String other = codes.get("-oth-");
        if (other != null) {
            ObjectNode option = options.addObject();
            option.put("code", other);
            JsonNode text =
                    prose.text(question.wordings("other_replace_text"), question.where(), variables.of(question));
            option.set("text", text == null ? TextNode.valueOf("Other") : text);
            option.put("openText", true).put("pinned", true);
        }
    }

    private ObjectNode comment(Asked question) {
        ObjectNode comment = JsonNodeFactory.instance.objectNode().put("type", "text");
        comment.put("name", variables.part(question, "comment")).put("text", "Please enter your comment here");
        return comment.put("long", true);
    }

    private ObjectNode gender(Asked question) {
        ObjectNode element = element(question, "single_choice");
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
        return element(question, "rating").put("points", 5).put("shape", shape);
    }

    private ObjectNode points(Asked question, int points) {
        ObjectNode element = rows(question, element(question, "likert"), "");
        ArrayNode scale = element.putArray("scale");
        for (int i = 1; i <= points; i++) {
            scale.addObject().put("code", i).put("text", String.valueOf(i));
        }
        return shuffled(question, element);
    }

    private ObjectNode fixed(Asked question, String type, String... codesAndWords) {
        ObjectNode element = rows(question, element(question, type), "");
        ArrayNode scale = element.putArray(type.equals("likert") ? "scale" : "options");
        for (int i = 0; i < codesAndWords.length; i += 2) {
            scale.addObject().put("code", codesAndWords[i]).put("text", codesAndWords[i + 1]);
        }
        return shuffled(question, element);
    }

    private ObjectNode array(Asked question) {
        ObjectNode element = rows(question, element(question, "likert"), "");
        scale(question, element, 0);
        return shuffled(question, element);
    }

    private void scale(Asked question, ObjectNode element, int scale) {
        Map<String, String> codes = variables.codes(question, "a" + scale);
        ArrayNode points = element.putArray("scale");
        for (Asked.Part answer : question.answers(scale)) {
            ObjectNode point = points.addObject();
            point.set("code", Codes.node(codes.getOrDefault(answer.code(), answer.code())));
            point.set("text", text(question, answer));
        }
        if (points.size() == 1) {
            // A scale has two points at least; a single column is a choice.
            element.put("type", "matrix_choice").set("options", points);
            element.remove("scale");
        }
    }

    private List<ObjectNode> dual(Asked question) {
        List<ObjectNode> both = new ArrayList<>();
        for (int scale = 0; scale < 2; scale++) {
            String name = scale == 0 ? variables.of(question) : variables.part(question, "scale_1");
            ObjectNode element = rows(question, element(question, "likert", name), "_" + scale);
            scale(question, element, scale);
            JsonNode header = prose.text(
                    question.wordings(scale == 0 ? "dualscale_headerA" : "dualscale_headerB"),
                    question.where(),
                    variables.of(question));
            if (header != null) {
                element.set("description", header);
            }
            both.add(shuffled(question, element));
        }
        ledger.changed(
                question.where(),
                question.what(),
                "An array with two scales is two questions here.",
                "Adapt their texts.");
        return both;
    }

    private ObjectNode rows(Asked question, ObjectNode element, String suffix) {
        ArrayNode rows = element.putArray("rows");
        for (Asked.Part part : question.parts(0)) {
            ObjectNode row = rows.addObject();
            row.put("name", variables.part(question, part.code() + suffix));
            row.set("text", text(question, part));
        }
        return element;
    }

    private ObjectNode ticks(Asked question) {
        ObjectNode element =
                rows(question, element(question, "matrix_choice"), "").put("multiple", true);
        options(question, element.putArray("options"), question.parts(1), variables.codes(question, "p1"), false);
        return element;
    }

    /** A heading, and a question for each part. */
    private List<ObjectNode> several(Asked question, String type) {
        List<ObjectNode> elements = new ArrayList<>();
        String total = question.attribute("equals_num_value");
        if (type.equals("number") && total.matches("[1-9]\\d{0,8}")) {
            ObjectNode sum = rows(question, element(question, "constant_sum"), "");
            sum.put("total", Integer.parseInt(total));
            return List.of(shuffled(question, sum));
        }
        elements.add(element(question, "statement"));
        for (Asked.Part part : question.parts(0)) {
            ObjectNode element = JsonNodeFactory.instance.objectNode().put("type", type);
            element.put("name", variables.part(question, part.code()));
            element.set("text", text(question, part));
            if (type.equals("slider")) {
                element.set("min", decimal(question, "slider_min", BigDecimal.ZERO));
                element.set("max", decimal(question, "slider_max", BigDecimal.valueOf(100)));
                element.set("step", decimal(question, "slider_accuracy", BigDecimal.ONE));
            } else if (type.equals("number")) {
                number(element, question);
            } else {
                length(question, element);
            }
            elements.add(element);
        }
        return elements;
    }

    private List<ObjectNode> cells(Asked question, String type) {
        if (question.parts(0).size() * question.parts(1).size() > MAX_CELLS
                || question.parts(1).isEmpty()) {
            return List.of();
        }
        List<ObjectNode> elements = new ArrayList<>();
        elements.add(element(question, "statement"));
        for (Asked.Part row : question.parts(0)) {
            for (Asked.Part column : question.parts(1)) {
                ObjectNode cell = JsonNodeFactory.instance.objectNode().put("type", type);
                cell.put("name", variables.part(question, row.code() + "_" + column.code()));
                cell.set("text", joined(text(question, row), text(question, column)));
                if (type.equals("number") && !question.is("input_boxes")) {
                    cell.set("min", decimal(question, "multiflexible_min", BigDecimal.ONE));
                    cell.set("max", decimal(question, "multiflexible_max", BigDecimal.TEN));
                    cell.set("step", decimal(question, "multiflexible_step", BigDecimal.ONE));
                } else if (type.equals("number")) {
                    bound(question, "multiflexible_min", cell, "min");
                    bound(question, "multiflexible_max", cell, "max");
                }
                elements.add(cell);
            }
        }
        ledger.changed(
                question.where(),
                question.what(),
                "A table of fields is a question for each field here.",
                "Their texts are row and column; adapt them.");
        return elements;
    }

    private JsonNode joined(JsonNode row, JsonNode column) {
        String language = prose.defaultLanguage();
        if (!row.isObject() && !column.isObject()) {
            return TextNode.valueOf(row.asText() + " – " + column.asText());
        }
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        ObjectNode tags = row.isObject() ? (ObjectNode) row : (ObjectNode) column;
        tags.fieldNames()
                .forEachRemaining(tag -> joined.put(
                        tag,
                        io.earshot.questionnaire.exchange.Texts.words(row, row.has(tag) ? tag : language) + " – "
                                + io.earshot.questionnaire.exchange.Texts.words(
                                        column, column.has(tag) ? tag : language)));
        return joined;
    }

    private ObjectNode number(ObjectNode element, Asked question) {
        bound(question, "min_num_value_n", element, "min");
        bound(question, "max_num_value_n", element, "max");
        if (question.is("num_value_int_only")) {
            element.put("step", 1);
        }
        String suffix = question.attribute("suffix");
        if (!suffix.isEmpty() && suffix.length() <= 20 && !suffix.contains("{") && !suffix.contains("<")) {
            element.put("unit", suffix);
        }
        return element;
    }

    private ObjectNode text(Asked question) {
        if (question.is("numbers_only")) {
            return number(element(question, "number"), question);
        }
        ObjectNode element = element(question, "text");
        if (!question.type().equals("S")) {
            element.put("long", true);
        }
        length(question, element);
        return element;
    }

    private static void length(Asked question, ObjectNode element) {
        String length = question.attribute("maximum_chars");
        if (length.matches("[1-9]\\d{0,4}") && Integer.parseInt(length) <= 20_000) {
            element.put("maxLength", Integer.parseInt(length));
        }
    }

    private ObjectNode ranking(Asked question) {
        List<Asked.Part> items = question.answers(0).isEmpty() ? question.parts(0) : question.answers(0);
        ObjectNode element = element(question, "ranking");
        options(question, element.putArray("options"), items, variables.codes(question, "a0"), false);
        String most = question.attribute("max_answers");
        if (most.matches("[1-9]\\d{0,3}") && Integer.parseInt(most) < items.size()) {
            element.put("top", Integer.parseInt(most));
        }
        return shuffled(question, element);
    }

    private List<ObjectNode> moment(Asked question) {
        String format = question.attribute("date_format");
        boolean hours = format.contains("H") || format.contains("h");
        boolean days = format.isEmpty() || format.matches(".*[dDyY].*");
        if (hours && !days) {
            return List.of(element(question, "time"));
        }
        ObjectNode date = element(question, "date");
        for (String end : List.of("min", "max")) {
            if (question.attribute("date_" + end).matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
                date.put(end, question.attribute("date_" + end));
            }
        }
        if (!hours) {
            return List.of(date);
        }
        ledger.changed(
                question.where(), question.what(), "Date and time are two questions here.", "Adapt their texts.");
        return List.of(date, element(question, "time", variables.part(question, "time")));
    }

    private ObjectNode file(Asked question) {
        ObjectNode element = element(question, "file");
        List<String> types = Arrays.stream(
                        question.attribute("allowed_filetypes").split("[,;\\s]+"))
                .filter(type -> !type.isEmpty())
                .map(type -> type.toLowerCase(java.util.Locale.ROOT).replace("jpg", "jpeg"))
                .distinct()
                .toList();
        if (!types.isEmpty() && EXTENSIONS.containsAll(types)) {
            ArrayNode accept = element.putArray("accept");
            types.forEach(type -> accept.add("image/" + type));
        } else if (types.equals(List.of("pdf"))) {
            element.putArray("accept").add("application/pdf");
        } else if (!types.isEmpty()) {
            ledger.changed(
                    question.where(),
                    question.code() + ": allowed_filetypes " + String.join(", ", types),
                    "Kinds of files are media types here, and these endings are not all images.",
                    "Any kind is accepted; set accept.");
        }
        String kilobytes = question.attribute("max_filesize");
        if (kilobytes.matches("[1-9]\\d{0,8}")) {
            element.put("maxBytes", (int) Math.min(Long.parseLong(kilobytes) * 1024, 20L << 20));
        }
        String most = question.attribute("max_num_of_files");
        if (most.matches("[1-9]\\d{0,3}")) {
            element.put("maxFiles", Math.min(Integer.parseInt(most), 10));
        }
        return element;
    }

    private ObjectNode shuffled(Asked question, ObjectNode element) {
        boolean random = question.is("random_order")
                || question.attribute("answer_order").equals("random")
                || question.attribute("subquestion_order").equals("random");
        if (random) {
            element.put("shuffle", "options");
        }
        filter(question, element, "array_filter", false);
        filter(question, element, "array_filter_exclude", true);
        return element;
    }

    /** Rows or options whose like was chosen, or answered, in another question; those without a like are always shown. */
    private void filter(Asked question, ObjectNode element, String attribute, boolean exclude) {
        for (String source : question.attribute(attribute).split("[;,]")) {
            if (source.isBlank()) {
                continue;
            }
            List<Asked.Part> parts = Set.of("L", "!", "R").contains(question.type())
                            && !question.answers(0).isEmpty()
                    ? question.answers(0)
                    : question.parts(0);
            ArrayNode targets = (ArrayNode) (element.has("rows") ? element.path("rows") : element.path("options"));
            boolean found = false;
            for (int i = 0; i < targets.size(); i++) {
                String code = i < parts.size() ? parts.get(i).code() : "other";
                var answer = variables.find(source.strip() + "_" + code);
                if (answer.isPresent()) {
                    found = true;
                    JsonNode chosen = ExpressionLogic.answered(answer.get());
                    restrict((ObjectNode) targets.get(i), exclude ? Logic.not(chosen) : chosen);
                }
            }
            if (!found) {
                ledger.changed(
                        question.where(),
                        question.code() + ": " + attribute + " " + source,
                        "The draft has no question with such parts.",
                        "All rows are shown; give them a visibleIf.");
            }
        }
    }

    static void restrict(ObjectNode owner, JsonNode condition) {
        JsonNode before = owner.path("visibleIf");
        JsonNode both = before.isMissingNode() ? condition : Logic.and(List.of(before, condition));
        if (!both.isBoolean() || !both.booleanValue()) {
            owner.set("visibleIf", both);
        }
    }

    private void limit(Asked question, String attribute, ObjectNode element, String member) {
        String value = question.attribute(attribute);
        if (value.matches("[1-9]\\d{0,3}")) {
            int most = element.path("options").size();
            element.put(member, Math.min(Integer.parseInt(value), most));
        }
    }

    private static void bound(Asked question, String attribute, ObjectNode element, String member) {
        String value = question.attribute(attribute);
        if (value.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            element.set(member, Codes.number(new BigDecimal(value)));
        }
    }

    private static JsonNode decimal(Asked question, String attribute, BigDecimal otherwise) {
        String value = question.attribute(attribute);
        return Codes.number(value.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? new BigDecimal(value) : otherwise);
    }
}
