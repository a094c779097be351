package io.earshot.questionnaire.exchange.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.InWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form: questions numbered, conditions as instructions, jumps as "go to question 7". */
final class PaperForm {
    private final ObjectNode content;
    private final String language;
    private final String otherwise;
    private final boolean codes;
    private final PaperWords words;
    private final PaperQuestion question;
    private final InWords conditions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> firstOf = new HashMap<>();

    PaperForm(ObjectNode content, String language, boolean codes) {
        this.content = content;
        this.language = language;
        this.otherwise = content.path("defaultLanguage").asText("en");
        this.codes = codes;
        this.words = new PaperWords(language);
        this.question = new PaperQuestion(words, language, otherwise, codes);
        this.conditions = new InWords(content, language, this::called);
        number();
    }

    private void number() {
        int next = 1;
        for (JsonNode page : content.path("pages")) {
            firstOf.put(page.path("name").asText(), next);
            for (JsonNode element : page.path("elements")) {
                if (!element.path("type").asText().equals("statement")) {
                    numbers.put(element.path("name").asText(), next);
                    for (JsonNode row : element.path("rows")) {
                        numbers.put(row.path("name").asText(), next);
                    }
                    for (JsonNode option : element.path("options")) {
                        numbers.put(
                                element.path("name").asText() + "_"
                                        + option.path("code").asText(),
                                next);
                    }
                    next++;
                }
            }
        }
    }

    /** What isn't asked on paper, such as a hidden field, is called by its name. */
    private String called(String variable) {
        Integer number = numbers.get(variable);
        if (number == null) {
            return variable;
        }
        for (JsonNode page : content.path("pages")) {
            for (JsonNode element : page.path("elements")) {
                for (JsonNode row : element.path("rows")) {
                    if (row.path("name").asText().equals(variable)) {
                        return words.say("answer") + number + " (" + text(row.path("text")) + ")";
                    }
                }
            }
        }
        return words.say("answer") + number;
    }

    String html(String css) {
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + Markup.escaped(language) + "\">\n<head>\n");
        String title = text(content.path("title"));
        html.append("<meta charset=\"utf-8\">\n<title>")
                .append(Markup.escaped(title))
                .append("</title>\n<style>\n")
                .append(css)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(Markup.html(title))
                .append("</h1>\n<p class=\"intro\">")
                .append(words.say("intro"))
                .append("</p>\n");
        for (JsonNode page : content.path("pages")) {
            page(page, html);
        }
        endings(html);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void page(JsonNode page, StringBuilder html) {
        html.append("<section>\n");
        if (page.has("visibleIf")) {
            instruction(words.say("part") + conditions.of(page.path("visibleIf")) + ".", html);
        }
        for (JsonNode element : page.path("elements")) {
            element(element, html);
        }
        if (page.has("goTo")) {
            for (String jump : jumps(page.path("goTo"), false)) {
                instruction(jump, html);
            }
        }
        html.append("</section>\n");
    }

    private static void instruction(String words, StringBuilder html) {
        html.append("<p class=\"instruction\">").append(Markup.escaped(words)).append("</p>\n");
    }

    private void element(JsonNode element, StringBuilder html) {
        boolean statement = element.path("type").asText().equals("statement");
        html.append("<div class=\"")
                .append(statement ? "statement" : "question")
                .append("\">\n");
        if (element.has("visibleIf")) {
            instruction(words.say("only") + conditions.of(element.path("visibleIf")) + ".", html);
        }
        String wording = Markup.html(text(element.path("text")));
        if (statement) {
            html.append("<p>").append(wording).append("</p>\n");
        } else {
            String name = element.path("name").asText();
            html.append("<h2><span class=\"number\">")
                    .append(numbers.get(name))
                    .append("</span> ")
                    .append(wording);
            if (element.path("required").asBoolean()) {
                html.append(" <span class=\"required\" title=\"")
                        .append(words.say("required"))
                        .append("\">*</span>");
            }
            html.append(codes ? " <span class=\"code\">" + Markup.escaped(name) + "</span>" : "")
                    .append("</h2>\n");
        }
        if (element.has("description")) {
            html.append("<p>")
                    .append(Markup.html(text(element.path("description"))))
                    .append("</p>\n");
        }
        html.append(question.place(element)).append("\n</div>\n");
    }

    /** {@code goTo} as sentences, one for each way that leads elsewhere than to the next page. */
    private List<String> jumps(JsonNode goTo, boolean after) {
        List<String> all = new ArrayList<>();
        if (goTo.isTextual()) {
            boolean end = goTo.asText().equals("end");
            String where = end ? "" : place(goTo.asText());
            all.add(end ? words.say("end") : words.say(after ? "otherwise" : "go") + where + ".");
        } else if (goTo.path("if").isArray()) {
            JsonNode parts = goTo.path("if");
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                JsonNode to = parts.get(i + 1);
                if (to.isTextual()) {
                    String condition = words.say("if") + conditions.of(parts.get(i));
                    all.add(
                            to.asText().equals("end")
                                    ? condition + words.say("goEnd")
                                    : condition + words.say("goOn") + place(to.asText()) + ".");
                }
            }
            if (parts.size() % 2 == 1) {
                all.addAll(jumps(parts.get(parts.size() - 1), true));
            }
        }
        return all;
    }

    private String place(String page) {
        return words.say("question") + firstOf.getOrDefault(page, 1);
    }

    private void endings(StringBuilder html) {
        JsonNode last = content.path("endings").path(content.path("endings").size() - 1);
        if (!last.isMissingNode()) {
            html.append("<p class=\"ending\">")
                    .append(Markup.html(text(last.path("text"))))
                    .append("</p>\n");
        }
    }

    private String text(JsonNode text) {
        return InWords.shown(text, language, otherwise);
    }
}
