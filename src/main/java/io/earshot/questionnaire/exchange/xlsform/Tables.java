package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups whose questions share one list of choices and are shown as a table: one matrix. */
final class Tables {
    private final Questions questions;
    private final ChoiceLists lists;
    private final Wording wording;
    private final ElementReader reader;
    private final Columns columns;
    private final Ledger ledger;

    Tables(
            Questions questions,
            ChoiceLists lists,
            Wording wording,
            ElementReader reader,
            Columns columns,
            Ledger ledger) {
        this.questions = questions;
        this.lists = lists;
        this.wording = wording;
        this.reader = reader;
        this.columns = columns;
        this.ledger = ledger;
    }

    /** @param furtherRows how many rows it has after its first, its end among them */
    record Found(ObjectNode element, int furtherRows) {}

    /** The group that begins here, if it is a table. */
    Optional<Found> read(List<Row> rows, int at) {
        Row group = rows.get(at);
        if (!TypeCell.of(group.get("type")).base().equals("begin_group")) {
            return Optional.empty();
        }
        boolean tableList = group.get("appearance").contains("table-list");
        List<Row> asked = new ArrayList<>();
        List<Row> headings = new ArrayList<>();
        int end = at + 1;
        for (; end < rows.size(); end++) {
            Row row = rows.get(end);
            TypeCell type = TypeCell.of(row.get("type"));
            if (type.base().equals("end_group")) {
                break;
            }
            String appearance = row.get("appearance");
            if (!type.base().equals("select_one") && !type.base().equals("select_multiple")
                    || type.orOther()
                    || !row.get("choice_filter").isEmpty()) {
                return Optional.empty();
            }
            if (appearance.equals("label")) {
                headings.add(row);
            } else if (tableList || appearance.equals("list-nolabel")) {
                asked.add(row);
            } else {
                return Optional.empty();
            }
        }
        return end == rows.size() || asked.isEmpty() || !isOneList(asked)
                ? Optional.empty()
                : Optional.of(new Found(matrix(group, headings, asked), end - at));
    }

    private boolean isOneList(List<Row> rows) {
        TypeCell first = TypeCell.of(rows.get(0).get("type"));
        return lists.has(first.list())
                && rows.stream().allMatch(row -> TypeCell.of(row.get("type")).equals(first));
    }

    private ObjectNode matrix(Row group, List<Row> headings, List<Row> asked) {
        ObjectNode matrix = JsonNodeFactory.instance.objectNode().put("type", "matrix_choice");
        String name = group.get("name").strip();
        matrix.put("name", questions.fresh(name.isEmpty() ? "table_" + group.number() : name, group));
        JsonNode text = wording.text(group, "label");
        if (text == null && !headings.isEmpty()) {
            text = wording.text(headings.get(0), "label");
        }
        matrix.set("text", text == null ? reader.text(group, matrix.path("name").asText()) : text);
        JsonNode hint = wording.text(group, "hint");
        if (hint != null) {
            matrix.set("description", hint);
        }
        reader.condition(group, "relevant", matrix, "visibleIf", "It is always shown; write the condition anew.");
        columns.note(group);
        for (Row row : headings) {
            ledger.met(Ledger.QUESTIONS);
            ledger.leftOut(
                    Ledger.QUESTIONS,
                    row.where(),
                    row.get("type") + " " + row.get("name"),
                    "It only shows the choices over the table's columns.",
                    "Nothing to do: a matrix shows them by itself.");
        }
        rows(matrix, asked);
        TypeCell type = TypeCell.of(asked.get(0).get("type"));
        if (type.base().equals("select_multiple")) {
            matrix.put("multiple", true);
        }
        try {
            matrix.set("options", lists.options(type.list(), null, wording, questions::named, group));
        } catch (NotExpressible e) {
            throw new IllegalStateException("without a filter there is nothing to express", e);
        }
        return matrix;
    }

    private void rows(ObjectNode matrix, List<Row> asked) {
        ArrayNode rows = matrix.putArray("rows");
        long required =
                asked.stream().filter(row -> Columns.isYes(row.get("required"))).count();
        if (required == asked.size()) {
            matrix.put("required", true);
        }
        for (Row row : asked) {
            ledger.met(Ledger.QUESTIONS);
            ledger.carried(Ledger.QUESTIONS);
            ObjectNode line = rows.addObject();
            String name = questions.of(row).map(Answerable::name).orElse(row.get("name"));
            line.put("name", name);
            line.set("text", reader.text(row, name));
            reader.condition(row, "relevant", line, "visibleIf", "It is always shown; write the condition anew.");
            columns.note(row);
            if (!row.get("constraint").isEmpty()) {
                columns.note("constraint of a table's row", row);
            }
            if (!row.get("hint").isEmpty()) {
                columns.note("hint of a table's row", row);
            }
            if (!Columns.isNo(row.get("required")) && required != asked.size()) {
                columns.note("required of a table's row (a matrix is required as a whole)", row);
            }
        }
    }
}
