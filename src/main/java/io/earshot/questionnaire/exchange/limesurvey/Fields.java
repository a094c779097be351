package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is typed, slid, dated or sent: one question, or one for each part. */
final class Fields {
    private static final Set<String> EXTENSIONS = Set.of("png", "gif", "jpeg", "webp", "bmp", "tiff");

    private final Elements elements;
    private final Variables variables;
    private final Ledger ledger;

    Fields(Elements elements, Variables variables, Ledger ledger) {
        this.elements = elements;
        this.variables = variables;
        this.ledger = ledger;
    }

    /** A heading, and a question for each part. */
    List<ObjectNode> several(Asked question, String type) {
        List<ObjectNode> all = new ArrayList<>();
        String total = question.attribute("equals_num_value");
        if (type.equals("number") && total.matches("[1-9]\\d{0,8}")) {
            ObjectNode sum = elements.rows(question, elements.element(question, "constant_sum"), "");
            sum.put("total", Integer.parseInt(total));
            return List.of(elements.shuffled(question, sum));
        }
        all.add(elements.element(question, "statement"));
        for (Asked.Part part : question.parts(0)) {
            ObjectNode element = JsonNodeFactory.instance.objectNode().put("type", type);
            element.put("name", variables.part(question, part.code()));
            element.set("text", elements.text(question, part));
            if (type.equals("slider")) {
                element.set("min", decimal(question, "slider_min", BigDecimal.ZERO));
                element.set("max", decimal(question, "slider_max", BigDecimal.valueOf(100)));
                element.set("step", decimal(question, "slider_accuracy", BigDecimal.ONE));
            } else if (type.equals("number")) {
                number(element, question);
            } else {
                length(question, element);
            }
            all.add(element);
        }
        return all;
    }

    ObjectNode number(ObjectNode element, Asked question) {
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

    ObjectNode text(Asked question) {
        if (question.is("numbers_only")) {
            return number(elements.element(question, "number"), question);
        }
        ObjectNode element = elements.element(question, "text");
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

    List<ObjectNode> moment(Asked question) {
        String format = question.attribute("date_format");
        boolean hours = format.contains("H") || format.contains("h");
        boolean days = format.isEmpty() || format.matches(".*[dDyY].*");
        if (hours && !days) {
            return List.of(elements.element(question, "time"));
        }
        ObjectNode date = elements.element(question, "date");
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
        return List.of(date, elements.element(question, "time", variables.part(question, "time")));
    }

    ObjectNode file(Asked question) {
        ObjectNode element = elements.element(question, "file");
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

    static void bound(Asked question, String attribute, ObjectNode element, String member) {
        String value = question.attribute(attribute);
        if (value.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            element.set(member, Codes.number(new BigDecimal(value)));
        }
    }

    static JsonNode decimal(Asked question, String attribute, BigDecimal otherwise) {
        String value = question.attribute(attribute);
        return Codes.number(value.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? new BigDecimal(value) : otherwise);
    }
}
