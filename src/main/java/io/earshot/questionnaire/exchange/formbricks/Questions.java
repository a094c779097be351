package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.FileTypes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Formbricks questions (in newer files: elements of blocks) as elements, one method a kind. */
final class Questions {
    /** Looks, and what the questions around it take: logic and buttons. */
    private static final Set<String> LOOKS = Set.of(
            "id",
            "type",
            "logic",
            "logicFallback",
            "buttonLabel",
            "backButtonLabel",
            "isDraft",
            "placeholder",
            "isColorCodingEnabled",
            "otherOptionPlaceholder",
            "insightsEnabled",
            "displayType",
            "format",
            "scale",
            "range",
            "html",
            "dismissButtonLabel",
            "ctaButtonLabel",
            "validationLogic");

    private static final Map<String, String> CONTACT_FIELDS = contactFields();

    private final Reading reading;
    private final Rules rules;

    Questions(Reading reading) {
        this.reading = reading;
        this.rules = new Rules(reading);
    }

    private static Map<String, String> contactFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("firstName", "first_name");
        fields.put("lastName", "last_name");
        fields.put("email", "email");
        fields.put("phone", "phone");
        fields.put("company", "company");
        fields.put("addressLine1", "address");
        fields.put("addressLine2", "");
        fields.put("city", "city");
        fields.put("state", "");
        fields.put("zip", "postal_code");
        fields.put("country", "country");
        return fields;
    }

    /** Adds what the question becomes; nothing if it was left out, which is listed. */
    void add(JsonNode json, String where, ArrayNode into) {
        reading.ledger.met(Ledger.QUESTIONS);
        Members question = new Members(json, where);
        if (!kind(question, into)) {
            return;
        }
        reading.ledger.carried(Ledger.QUESTIONS);
        question.ignore(LOOKS);
        question.listRest(reading.ledger);
    }

    private boolean kind(Members question, ArrayNode into) {
        String id = question.word("id");
        String type = question.word("type");
        switch (type) {
            case "openText" -> text(question, id, into);
            case "multipleChoiceSingle", "multipleChoiceMulti" -> choice(question, id, type.endsWith("Multi"), into);
            case "nps" -> scale(started("nps", question, into), question, id);
            case "rating", "csat", "ces" -> rating(question, id, type, into);
            case "consent" -> consent(question, id, into);
            case "pictureSelection" -> pictures(question, id, into);
            case "date" -> known(started("date", question, into), id, Asked.Kind.TEXT);
            case "fileUpload" -> file(question, id, into);
            case "matrix" -> matrix(question, id, into);
            case "ranking" -> ranking(question, id, into);
            case "address", "contactInfo" -> contact(question, id, into);
            case "cta" -> link(question, id, into);
            default -> {
                reading.ledger.leftOut(
                        Ledger.QUESTIONS,
                        question.where(),
                        (type + " " + id).strip(),
                        type.equals("cal")
                                ? "Appointments are not booked in a questionnaire."
                                : "The type '" + type + "' isn't known.",
                        type.equals("cal")
                                ? "Use a link question to the calendar."
                                : "Ask it with another type of question.");
                return false;
            }
        }
        return true;
    }

    private ObjectNode started(String type, Members question, ArrayNode into) {
        ObjectNode element = into.addObject().put("type", type).put("name", reading.names.claim(question.word("id")));
        element.set(
                "text",
                reading.wording.text(
                        question.take("headline"), element.path("name").asText()));
        reading.put(element, "description", question.takeAny("subheader", "html"));
        boolean required = question.isTrue("required");
        if (required && !type.equals("statement") && !type.equals("link")) {
            element.put("required", true);
        }
        String image = question.word("imageUrl");
        if (!image.isEmpty() || question.has("videoUrl")) {
            reading.ledger.changed(
                    question.where(),
                    image + question.word("videoUrl"),
                    "Pictures stand on statements and options, not on questions.",
                    "Put a statement with the picture before the question.");
        }
        rules.put(question, element);
        return element;
    }

    private void known(ObjectNode element, String id, Asked.Kind kind) {
        reading.know(id, new Asked(element.path("name").asText(), kind));
    }

    private void text(Members question, String id, ArrayNode into) {
        String input = question.word("inputType");
        boolean number = input.equals("number");
        ObjectNode element = started(number ? "number" : "text", question, into);
        JsonNode limit = question.take("charLimit");
        if (!number) {
            if (question.isTrue("longAnswer")) {
                element.put("long", true);
            }
            if (Set.of("email", "url", "phone").contains(input)) {
                element.put("format", input);
            }
            if (limit.path("enabled").asBoolean(false)) {
                Rules.length(
                        element, limit.path("min").asInt(0), limit.path("max").asInt(0));
            }
        }
        question.ignore(Set.of("longAnswer"));
        known(element, id, number ? Asked.Kind.NUMBER : Asked.Kind.TEXT);
    }

    private void choice(Members question, String id, boolean many, ArrayNode into) {
        ObjectNode element = started(many ? "multiple_choice" : "single_choice", question, into);
        OptionCodes codes = new OptionCodes();
        element.set("options", options(question, element.path("name").asText(), codes));
        shuffle(question, element, "options");
        if (!many && question.word("displayType").equals("dropdown")) {
            element.put("presentation", "dropdown");
        }
        reading.know(id, new Asked(element.path("name").asText(), many ? Asked.Kind.SET : Asked.Kind.CODE, codes));
    }

    private ArrayNode options(Members question, String name, OptionCodes codes) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        JsonNode choices = question.take("choices");
        for (int i = 0; i < choices.size(); i++) {
            JsonNode choice = choices.get(i);
            String theirs = choice.path("id").asText("c" + (i + 1));
            JsonNode code = codes.claim(theirs);
            ObjectNode option = options.addObject();
            option.set("code", code);
            option.set("text", reading.wording.text(choice.isTextual() ? choice : choice.path("label"), theirs));
            // Older files' conditions name a choice by its label.
            choice.path("label").elements().forEachRemaining(label -> codes.alias(label.asText(), code));
            if (theirs.equals("other")) {
                option.put("openText", true).put("pinned", true);
                reading.names.claim(name + "_other");
            }
            if (theirs.equals("none")) {
                option.put("exclusive", true).put("pinned", true);
            }
        }
        if (options.isEmpty()) {
            options.addObject().put("code", "option").put("text", "…");
            reading.ledger.changed(
                    question.where(),
                    "choices",
                    "The question has no choices; one stands in their place.",
                    "Write the options.");
        }
        return options;
    }

    private void shuffle(Members question, ObjectNode element, String member) {
        String order = question.word("shuffleOption");
        if (order.equals("all") || order.equals("exceptLast")) {
            element.put("shuffle", "options");
            JsonNode list = element.path(member);
            if (order.equals("exceptLast") && !list.isEmpty()) {
                ((ObjectNode) list.get(list.size() - 1)).put("pinned", true);
            }
        }
        if (!element.path("type").asText().equals("multiple_choice")) {
            element.path("options").forEach(option -> ((ObjectNode) option).remove("exclusive"));
        }
    }

    private void scale(ObjectNode element, Members question, String id) {
        reading.put(element, "lowLabel", question.take("lowerLabel"));
        reading.put(element, "highLabel", question.take("upperLabel"));
        known(element, id, Asked.Kind.NUMBER);
    }

    private void rating(Members question, String id, String type, ArrayNode into) {
        ObjectNode element = started("rating", question, into);
        int otherwise = type.equals("ces") ? 7 : 5;
        element.put("points", Math.max(2, Math.min(11, question.take("range").asInt(otherwise))));
        String shape = question.word("scale");
        element.put("shape", shape.equals("star") ? "stars" : shape.equals("smiley") ? "smileys" : "numbers");
        scale(element, question, id);
    }

    private void consent(Members question, String id, ArrayNode into) {
        ObjectNode element = started("consent", question, into);
        JsonNode label = reading.wording.text(question.take("label"));
        if (!label.isMissingNode()) {
            if (element.has("description")) {
                reading.ledger.changed(
                        question.where(),
                        "html: " + element.path("description"),
                        "A consent has one text below its headline, and the checkbox's label is it.",
                        "Put the longer text into a statement before it.");
            }
            element.set("description", reading.wording.text(question.take("label"), "…"));
        }
        element.put("policyVersion", "1");
        reading.ledger.changed(
                question.where(),
                "consent " + id,
                "A consent states the version of what is agreed to, which the file doesn't; it is 1.",
                "Set policyVersion, and policyUrl if there is a page.");
        OptionCodes codes = new OptionCodes();
        codes.alias("accepted", codes.claim("agreed"));
        codes.alias("dismissed", codes.claim("declined"));
        reading.know(id, new Asked(element.path("name").asText(), Asked.Kind.CODE, codes));
    }

    private void pictures(Members question, String id, ArrayNode into) {
        boolean many = question.isTrue("allowMulti");
        ObjectNode element = started(many ? "multiple_choice" : "single_choice", question, into);
        element.put("presentation", "pictures");
        OptionCodes codes = new OptionCodes();
        ArrayNode options = element.putArray("options");
        JsonNode choices = question.take("choices");
        for (int i = 0; i < choices.size(); i++) {
            ObjectNode option = options.addObject();
            option.set("code", codes.claim(choices.get(i).path("id").asText("c" + (i + 1))));
            option.put("text", "Picture " + (i + 1));
            String image = choices.get(i).path("imageUrl").asText();
            if (image.startsWith("https://")) {
                option.put("image", image);
            } else {
                reading.ledger.changed(
                        question.where() + ".choices[" + i + "]",
                        image,
                        "A picture must have an https address here.",
                        "Put the picture on the web and set image.");
            }
        }
        if (options.isEmpty()) {
            options.addObject().put("code", "option").put("text", "…");
        }
        reading.ledger.changed(
                question.where(),
                "choices of " + id,
                "The pictures have no words in the file; they are called by their number.",
                "Write what each picture shows into the option's text, for those who can't see it.");
        reading.know(id, new Asked(element.path("name").asText(), many ? Asked.Kind.SET : Asked.Kind.CODE, codes));
    }

    private void file(Members question, String id, ArrayNode into) {
        ObjectNode element = started("file", question, into);
        if (question.isTrue("allowMultipleFiles")) {
            element.put("maxFiles", 10);
        }
        double megabytes = question.take("maxSizeInMB").asDouble(0);
        if (megabytes > 0) {
            element.put("maxBytes", Math.min(FileTypes.MAX_BYTES, (long) (megabytes * (1 << 20))));
        }
        StringJoiner extensions = new StringJoiner(",");
        question.take("allowedFileExtensions").forEach(one -> extensions.add(one.asText()));
        for (String unknown : FileTypes.put(extensions.toString(), element)) {
            reading.ledger.changed(
                    question.where(),
                    unknown,
                    "The media type of such files isn't known; every type is taken.",
                    "Set accept.");
        }
        known(element, id, Asked.Kind.SET);
    }

    private void matrix(Members question, String id, ArrayNode into) {
        ObjectNode element = started("matrix_choice", question, into);
        OptionCodes codes = new OptionCodes();
        ArrayNode options = element.putArray("options");
        int column = 0;
        for (JsonNode theirs : question.take("columns")) {
            JsonNode label = theirs.has("label") ? theirs.path("label") : theirs;
            ObjectNode option = options.addObject();
            JsonNode code = codes.claim(Integer.toString(column++), Integer.toString(column));
            label.elements().forEachRemaining(word -> codes.alias(word.asText(), code));
            option.set("code", code);
            option.set("text", reading.wording.text(label, code.asText()));
        }
        ArrayNode rows = element.putArray("rows");
        int index = 0;
        for (JsonNode theirs : question.take("rows")) {
            JsonNode label = theirs.has("label") ? theirs.path("label") : theirs;
            String name = reading.names.claim(element.path("name").asText() + "_" + (index + 1));
            rows.addObject().put("name", name).set("text", reading.wording.text(label, name));
            reading.know(id + "/" + index++, new Asked(name, Asked.Kind.CODE, codes));
        }
        shuffle(question, element, "rows");
    }

    private void ranking(Members question, String id, ArrayNode into) {
        ObjectNode element = started("ranking", question, into);
        OptionCodes codes = new OptionCodes();
        ArrayNode options = options(question, element.path("name").asText(), codes);
        options.forEach(option -> ((ObjectNode) option).remove(List.of("openText", "exclusive")));
        element.set("options", options);
        shuffle(question, element, "options");
        reading.know(id, new Asked(element.path("name").asText(), Asked.Kind.SET, codes));
    }

    private void contact(Members question, String id, ArrayNode into) {
        ObjectNode element = started("contact", question, into);
        ArrayNode fields = element.putArray("fields");
        List<String> extra = new ArrayList<>();
        CONTACT_FIELDS.forEach((theirs, ours) -> {
            JsonNode field = question.take(theirs);
            boolean shown = field.isObject() && field.path("show").asBoolean(true);
            question.ignore(Set.of("is" + Character.toUpperCase(theirs.charAt(0)) + theirs.substring(1) + "Required"));
            if (!shown) {
                return;
            }
            if (ours.isEmpty()) {
                extra.add(theirs);
                return;
            }
            ObjectNode made = fields.addObject().put("field", ours);
            if (field.path("required").asBoolean(false)) {
                made.put("required", true);
            }
            reading.put(made, "text", field.path("placeholder"));
            String variable = reading.names.claim(element.path("name").asText() + "_" + ours);
            reading.know(id + "/" + theirs, new Asked(variable, Asked.Kind.TEXT));
        });
        for (String theirs : extra) {
            ObjectNode field = into.addObject().put("type", "text");
            field.put("name", reading.names.claim(element.path("name").asText() + "_" + theirs));
            field.set("text", reading.wording.text(question.take(theirs).path("placeholder"), theirs));
            if (question.take(theirs).path("required").asBoolean(false)) {
                field.put("required", true);
            }
        }
        if (fields.isEmpty()) {
            fields.addObject().put("field", "name");
        }
    }

    private void link(Members question, String id, ArrayNode into) {
        String url = question.word("buttonUrl");
        boolean external = question.isTrue("buttonExternal") && url.matches("(https://|mailto:|tel:).+");
        ObjectNode element = started(external ? "link" : "statement", question, into);
        if (external) {
            element.put("url", url);
            element.set("label", reading.wording.text(question.takeAny("ctaButtonLabel", "buttonLabel"), "Open"));
            OptionCodes codes = new OptionCodes();
            codes.claim("clicked");
            reading.know(id, new Asked(element.path("name").asText(), Asked.Kind.CODE, codes));
        } else if (!url.isEmpty()) {
            reading.ledger.changed(
                    question.where(),
                    url,
                    "A link leads to an https, mailto or tel address.",
                    "Set the link's address.");
        }
    }
}
