package io.earshot.questionnaire.exchange.paper;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.exchange.InWords;
import java.util.ArrayList;
import java.util.List;

/** Where the answer to one question is written. */
final class PaperQuestion {
    private static final String BOX = "<span class=\"box\" aria-hidden=\"true\"></span>";
    private static final int LONG_LIST = 8;

    private final PaperWords words;
    private final String language;
    private final String otherwise;
    private final boolean codes;

    PaperQuestion(PaperWords words, String language, String otherwise, boolean codes) {
        this.words = words;
        this.language = language;
        this.otherwise = otherwise;
        this.codes = codes;
    }

    /** HTML of the answer's place. */
    String place(JsonNode question) {
        return switch (question.path("type").asText()) {
            case "single_choice" -> hint("one") + options(question);
            case "multiple_choice" ->
                "<p class=\"hint\">" + words.say("many") + limits(question) + "</p>" + options(question);
            case "yes_no" ->
                list(List.of(
                        option("yes", label(question, "yesLabel", "yes"), false),
                        option("no", label(question, "noLabel", "no"), false)));
            case "consent" ->
                list(List.of(
                        option("agreed", words.say("agree"), false), option("declined", words.say("disagree"), false)));
            case "nps" -> points(question, 0, 10);
            case "csat" -> points(question, 1, 5);
            case "ces" -> points(question, 1, question.path("points").asInt(7));
            case "rating" -> points(question, 1, question.path("points").asInt(5));
            case "likert" -> hint("row") + table(question, question.path("scale"));
            case "matrix_choice" ->
                hint(question.path("multiple").asBoolean() ? "rows" : "row")
                        + table(question, question.path("options"));
            case "ranking" -> ranking(question);
            case "constant_sum" -> sum(question);
            case "max_diff" -> sets(question);
            case "slider", "number" -> number(question);
            case "date" -> hint("date") + boxes(2, 2, 4);
            case "time" -> hint("time") + boxes(2, 2);
            case "file" -> hint("file");
            case "contact" -> contact(question);
            case "link" -> "<p>" + Markup.escaped(question.path("url").asText()) + "</p>";
            case "text" -> lines(question.path("long").asBoolean() ? 4 : 1);
            default -> "";
        };
    }

    private String hint(String key, Object... with) {
        return "<p class=\"hint\">" + words.say(key, with) + "</p>";
    }

    private String limits(JsonNode question) {
        String least = question.path("min").asInt() > 0
                ? words.say("atLeast", question.path("min").asText())
                : "";
        return least
                + (question.has("max")
                        ? words.say("atMost", question.path("max").asText())
                        : "");
    }

    private String text(JsonNode text) {
        return Markup.html(InWords.shown(text, language, otherwise));
    }

    private String label(JsonNode question, String member, String word) {
        return question.has(member) ? text(question.path(member)) : words.say(word);
    }

    private String options(JsonNode question) {
        List<String> items = new ArrayList<>();
        question.path("options")
                .forEach(option -> items.add(option(
                        option.path("code").asText(),
                        text(option.path("text")),
                        option.path("openText").asBoolean())));
        return list(items);
    }

    private String option(String code, String label, boolean open) {
        return BOX + "<span>" + label + code(code) + (open ? " <span class=\"blank\"></span>" : "") + "</span>";
    }

    private String code(String code) {
        return codes ? " <span class=\"code\">" + Markup.escaped(code) + "</span>" : "";
    }

    private static String list(List<String> items) {
        String columns = items.size() > LONG_LIST ? " class=\"options columns\"" : " class=\"options\"";
        return "<ul" + columns + "><li>" + String.join("</li><li>", items) + "</li></ul>";
    }

    private String points(JsonNode question, int from, int to) {
        StringBuilder row = new StringBuilder("<div class=\"points\">");
        row.append("<span class=\"end\">")
                .append(text(question.path("lowLabel")))
                .append("</span>");
        for (int point = from; point <= to; point++) {
            row.append("<span class=\"point\">")
                    .append(BOX)
                    .append("<span>")
                    .append(point)
                    .append("</span></span>");
        }
        row.append("<span class=\"end\">")
                .append(text(question.path("highLabel")))
                .append("</span></div>");
        return hint("one") + row;
    }

    private String table(JsonNode question, JsonNode columns) {
        StringBuilder html = new StringBuilder("<table><thead><tr><td></td>");
        columns.forEach(column -> html.append("<th scope=\"col\">")
                .append(text(column.path("text")))
                .append(code(column.path("code").asText()))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (JsonNode row : question.path("rows")) {
            html.append("<tr><th scope=\"row\">")
                    .append(text(row.path("text")))
                    .append(code(row.path("name").asText()))
                    .append("</th>");
            columns.forEach(column -> html.append("<td>").append(BOX).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private String ranking(JsonNode question) {
        List<String> items = new ArrayList<>();
        question.path("options")
                .forEach(option -> items.add("<span class=\"write\" aria-hidden=\"true\"></span><span>"
                        + text(option.path("text")) + code(option.path("code").asText()) + "</span>"));
        String how = question.has("top") ? hint("rankTop", question.path("top").asText()) : hint("rank");
        return how + list(items);
    }

    private String sum(JsonNode question) {
        String unit = Markup.escaped(question.path("unit").asText(""));
        String total = question.path("total").asText() + (unit.isEmpty() ? "" : " " + unit);
        StringBuilder html = new StringBuilder(hint("sum", total)).append("<table class=\"sum\"><tbody>");
        question.path("rows").forEach(row -> html.append("<tr><th scope=\"row\">")
                .append(text(row.path("text")))
                .append(code(row.path("name").asText()))
                .append("</th><td><span class=\"write wide\"></span></td></tr>"));
        html.append("<tr><th scope=\"row\">")
                .append(words.say("total"))
                .append("</th><td>")
                .append(total)
                .append("</td></tr>");
        return html.append("</tbody></table>").toString();
    }

    private String sets(JsonNode question) {
        StringBuilder html = new StringBuilder(hint("set"));
        for (JsonNode set : question.path("sets")) {
            html.append("<table class=\"set\"><thead><tr><th scope=\"col\">")
                    .append(label(question, "bestLabel", "best"))
                    .append("</th><td></td><th scope=\"col\">")
                    .append(label(question, "worstLabel", "worst"))
                    .append("</th></tr></thead><tbody>");
            for (JsonNode code : set) {
                for (JsonNode option : question.path("options")) {
                    if (option.path("code").asText().equals(code.asText())) {
                        html.append("<tr><td>")
                                .append(BOX)
                                .append("</td><th scope=\"row\">")
                                .append(text(option.path("text")))
                                .append(code(code.asText()))
                                .append("</th><td>")
                                .append(BOX)
                                .append("</td></tr>");
                    }
                }
            }
            html.append("</tbody></table>");
        }
        return html.toString();
    }

    private String number(JsonNode question) {
        String unit = Markup.escaped(question.path("unit").asText(""));
        String range = question.has("min") && question.has("max")
                ? hint(
                        "number",
                        question.path("min").asText(),
                        question.path("max").asText())
                : "";
        String low = text(question.path("lowLabel"));
        String high = text(question.path("highLabel"));
        String ends = low.isEmpty() && high.isEmpty()
                ? ""
                : "<p class=\"hint\">" + question.path("min").asText() + " = " + low + ", "
                        + question.path("max").asText() + " = " + high + "</p>";
        return range + ends + "<p><span class=\"write wide\"></span> " + unit + "</p>";
    }

    private String contact(JsonNode question) {
        StringBuilder html = new StringBuilder("<dl class=\"contact\">");
        for (JsonNode field : question.path("fields")) {
            String name = field.has("text")
                    ? text(field.path("text"))
                    : words.say(field.path("field").asText());
            html.append("<dt>").append(name).append("</dt><dd><span class=\"line\"></span></dd>");
        }
        return html.append("</dl>").toString();
    }

    private static String boxes(int... groups) {
        StringBuilder html = new StringBuilder("<p class=\"digits\">");
        for (int group : groups) {
            html.append("<span>")
                    .append("<span class=\"digit\"></span>".repeat(group))
                    .append("</span>");
        }
        return html.append("</p>").toString();
    }

    private static String lines(int count) {
        return "<div class=\"lines\">" + "<span class=\"line\"></span>".repeat(count) + "</div>";
    }
}
