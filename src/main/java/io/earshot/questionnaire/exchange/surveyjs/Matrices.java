package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.List;
import java.util.Set;

/** SurveyJS matrices: one of single choices as a likert, one of cells as a matrix for each column. */
final class Matrices {
    private static final int MAX_FIELDS = 100;

    private final Reading reading;
    private final Choices choices;
    private final Inputs inputs;

    Matrices(Reading reading, Choices choices, Inputs inputs) {
        this.reading = reading;
        this.choices = choices;
        this.inputs = inputs;
    }

    void single(Members question, List<Reading.Condition> around, ArrayNode into) {
        boolean many = question.word("cellType").equals("checkbox");
        boolean every = question.isTrue("isAllRowRequired") | question.isTrue("eachRowRequired");
        boolean some = question.isTrue("isRequired");
        JsonNode rows = question.take("rows");
        String name = question.word("name");
        OptionCodes codes = new OptionCodes();
        String type = rows.isEmpty() ? (many ? "multiple_choice" : "single_choice") : many ? "matrix_choice" : "likert";
        ObjectNode element = inputs.started(type, question, around, into);
        ArrayNode scale = choices.scale(question.take("columns"), question.where() + ".columns", codes);
        element.set(type.equals("likert") ? "scale" : "options", scale);
        Asked.Kind kind = many ? Asked.Kind.SET : Asked.Kind.CODE;
        if (rows.isEmpty()) {
            reading.know(name, new Asked(element.path("name").asText(), kind, codes));
        } else {
            if (many) {
                element.put("multiple", true);
            }
            element.set("rows", rows(rows, question.where() + ".rows", name, "", kind, codes));
            required(question, element, every, some);
        }
        order(question, element);
        question.ignore(Set.of("cells", "cellComponent", "useCaseSensitiveComparison"));
        if (question.has("cells")) {
            reading.ledger.changed(
                    question.where(),
                    "cells",
                    "A cell has no words of its own here; the scale's are shown.",
                    "Write the words into rows and scale.");
        }
        inputs.comment(question, element, around, into);
    }

    private void required(Members question, ObjectNode element, boolean every, boolean some) {
        if (every) {
            element.put("required", true);
        } else if (some) {
            reading.ledger.changed(
                    question.where(),
                    "isRequired",
                    "There one answered row was enough; here every row of a required matrix must be answered.",
                    "Remove required if one row is enough.");
        }
    }

    private void order(Members question, ObjectNode element) {
        String order = question.word("rowsOrder") + question.word("rowOrder");
        if (order.startsWith("random")) {
            element.put("shuffle", "options");
        }
    }

    /** Rows with a variable each: matrix, row and, if there are several columns, column joined by {@code _}. */
    private ArrayNode rows(
            JsonNode rows, String where, String name, String column, Asked.Kind kind, OptionCodes codes) {
        ArrayNode ours = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            String value = row.isObject() ? row.path("value").asText("row" + (i + 1)) : row.asText();
            String theirs = name + "." + value + (column.isEmpty() ? "" : "." + column);
            String variable = reading.names.claim(theirs);
            ObjectNode made = ours.addObject().put("name", variable);
            made.set("text", reading.wording.text(row.path("text"), value));
            reading.know(theirs, new Asked(variable, kind, codes));
            if (row.isObject()) {
                Members members = new Members(row, where + "[" + i + "]");
                members.ignore(Set.of("value", "text"));
                if (members.has("visibleIf")) {
                    reading.when(
                            made,
                            "visibleIf",
                            List.of(new Reading.Condition(members.word("visibleIf"), members.where(), "visibleIf")));
                }
                members.listRest(reading.ledger);
            }
        }
        return ours;
    }

    /** A matrix of cells: each column becomes a question, a matrix where options are chosen, else a field for each row. */
    void cells(Members question, List<Reading.Condition> around, ArrayNode into) {
        String name = question.word("name");
        JsonNode columns = question.take("columns");
        JsonNode rows = question.take("rows");
        String ofAll = question.has("cellType") ? question.word("cellType") : "dropdown";
        JsonNode shared = question.take("choices");
        ObjectNode heading = inputs.started("statement", question, around, into);
        List<Reading.Condition> shown =
                heading.has("visibleIf") || question.has("visibleIf") ? withOwn(question, around) : around;
        for (int i = 0; i < columns.size(); i++) {
            Members column = new Members(columns.get(i), question.where() + ".columns[" + i + "]");
            String kind = column.has("cellType") ? column.word("cellType") : ofAll;
            column.ignore(Set.of("cellType", "minWidth", "width", "visibleIf"));
            switch (kind) {
                case "dropdown", "radiogroup", "checkbox", "tagbox", "rating", "boolean" ->
                    chosen(kind, name, column, rows, shared, shown, into);
                case "text", "comment" -> fields(kind, name, column, rows, shown, into);
                default ->
                    reading.ledger.changed(
                            column.where(),
                            kind + " " + column.word("name"),
                            "Cells of this kind have no counterpart, so the column is left out.",
                            "Ask it with a question for each row.");
            }
            column.ignore(Looks.ALL);
            column.listRest(reading.ledger);
        }
        question.ignore(Set.of(
                "columnLayout",
                "transposeData",
                "isRequired",
                "optionsCaption",
                "keyDuplicationError",
                "columnColCount"));
        if (question.has("totalText") || question.has("totals")) {
            reading.ledger.changed(
                    question.where(),
                    "totals",
                    "Totals have no counterpart.",
                    "Compute a variable that sums the rows.");
            question.ignore(Set.of("totalText", "totals"));
        }
    }

    private static List<Reading.Condition> withOwn(Members question, List<Reading.Condition> around) {
        List<Reading.Condition> all = new java.util.ArrayList<>(around);
        all.add(new Reading.Condition(question.word("visibleIf"), question.where(), "visibleIf"));
        return all;
    }

    private void chosen(
            String kind,
            String name,
            Members column,
            JsonNode rows,
            JsonNode shared,
            List<Reading.Condition> shown,
            ArrayNode into) {
        boolean many = kind.equals("checkbox") || kind.equals("tagbox");
        String called = column.word("name");
        ObjectNode element = inputs.started("matrix_choice", named(column, name + "." + called, called), shown, into);
        OptionCodes codes = new OptionCodes();
        if (kind.equals("boolean")) {
            codes.alias("true", codes.claim("yes"));
            codes.alias("false", codes.claim("no"));
            ArrayNode options = element.putArray("options");
            options.addObject().put("code", "yes").set("text", reading.wording.text(column.take("labelTrue"), "Yes"));
            options.addObject().put("code", "no").set("text", reading.wording.text(column.take("labelFalse"), "No"));
        } else if (kind.equals("rating") && column.take("rateValues").isEmpty()) {
            long min = column.take("rateMin").asLong(1);
            element.set(
                    "options",
                    Choices.numbers(min, Math.min(column.take("rateMax").asLong(5), min + 100), 1, codes));
        } else {
            JsonNode own = kind.equals("rating") ? column.take("rateValues") : column.take("choices");
            element.set("options", choices.scale(own.isEmpty() ? shared : own, column.where() + ".choices", codes));
        }
        if (many) {
            element.put("multiple", true);
        }
        element.set("rows", rows(rows, column.where(), name, called, many ? Asked.Kind.SET : Asked.Kind.CODE, codes));
    }

    private void fields(
            String kind, String name, Members column, JsonNode rows, List<Reading.Condition> shown, ArrayNode into) {
        if (rows.size() > MAX_FIELDS) {
            reading.ledger.changed(
                    column.where(),
                    column.word("name"),
                    "A column of more than " + MAX_FIELDS + " fields is left out.",
                    "Ask it in another way.");
            return;
        }
        String called = column.word("name");
        JsonNode title = reading.wording.text(column.take("title"), called);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            String value = row.isObject() ? row.path("value").asText() : row.asText();
            int at = into.size();
            String theirs = name + "." + value + "." + called;
            inputs.add(kind, named(column, theirs, called), shown, into);
            ObjectNode element = (ObjectNode) into.get(at);
            String rowText = reading.wording.text(row.path("text"), value).asText(value);
            element.set("text", inputs.withAppended(title, " – " + (rowText.isEmpty() ? value : rowText)));
        }
        column.ignore(Set.of("inputType", "min", "max", "step", "maxLength", "validators", "isRequired", "requiredIf"));
    }

    /** The column as a question of its own, under a name that no other question has. */
    private static Members named(Members column, String theirs, String title) {
        ObjectNode copy = column.json().deepCopy();
        copy.put("name", theirs);
        if (!column.has("title")) {
            copy.put("title", title);
        }
        for (String taken : List.of("title", "isRequired", "requiredIf", "description")) {
            column.take(taken);
        }
        return new Members(copy, column.where());
    }
}
