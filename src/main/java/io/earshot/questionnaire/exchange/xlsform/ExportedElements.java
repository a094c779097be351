package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import java.util.List;
import java.util.Optional;

/**
 * Rows that our own export wrote. What XLSForm has no column for stands in columns that begin with {@code earshot::}; what it
 * has a column for is read from that one, so that an edit made in a spreadsheet counts.
 */
final class ExportedElements {
    static final String PART = "earshot::part";
    static final String MEMBERS = "earshot::members";
    static final String WRITTEN = "earshot::written";
    static final String RELEVANT = "earshot::relevant";
    static final String QUESTIONNAIRE = "earshot::questionnaire";

    /** Numbers as they were written: 1.0 stays 1.0. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final XlsForm form;
    private final Wording wording;
    private final ElementReader reader;
    private final ChoiceLists lists;
    private final Ledger ledger;

    ExportedElements(XlsForm form, Wording wording, ElementReader reader, ChoiceLists lists, Ledger ledger) {
        this.form = form;
        this.wording = wording;
        this.reader = reader;
        this.lists = lists;
        this.ledger = ledger;
    }

    record Found(ObjectNode element, int furtherRows) {}

    /** What our export wrote of the questionnaire as a whole; empty if it did not write this form. */
    Optional<ObjectNode> questionnaire() {
        Row setting = form.setting();
        if (cell(setting, QUESTIONNAIRE).isEmpty()) {
            return Optional.empty();
        }
        ObjectNode whole = json(setting, QUESTIONNAIRE);
        String title = setting.get("form_title").strip();
        JsonNode before = whole.path("title");
        if (!title.isEmpty() && !title.equals(NativeText.title(whole))) {
            if (before instanceof ObjectNode languages) {
                languages.put(whole.path("defaultLanguage").asText(), title);
            } else {
                whole.put("title", title);
            }
        }
        return Optional.of(whole);
    }

    /** A page's or a row's members, with the condition that its {@code relevant} has now. */
    ObjectNode members(Row row) {
        ObjectNode members = json(row, MEMBERS);
        if (!row.get("relevant").strip().equals(row.get(RELEVANT).strip())) {
            members.remove("visibleIf");
            reader.condition(row, "relevant", members, "visibleIf", "It is always shown; write the condition anew.");
        }
        return members;
    }

    /** The element that begins in this row; empty if somebody changed what only plain XLSForm can tell. */
    Optional<Found> read(List<Row> rows, int at) {
        Row row = rows.get(at);
        ObjectNode element = members(row);
        if (!element.path("type").isTextual() || !written(row).equals(row.get(WRITTEN))) {
            ledger.changed(
                    row.where(),
                    row.get("type") + " " + row.get("name"),
                    "Its type, appearance, parameters or constraint were changed since it was exported.",
                    "It was read as any XLSForm is; see what it lost.");
            return Optional.empty();
        }
        String kind = element.path("type").asText().equals("statement") ? FormReader.TEXTS : Ledger.QUESTIONS;
        ledger.met(kind);
        ledger.carried(kind);
        element.put("name", row.get("name").strip());
        text(row, element, "text", "label");
        text(row, element, "description", "hint");
        boolean demanded = Columns.isYes(row.get("required"));
        if (!element.has("requiredIf") && demanded != element.path("required").asBoolean()) {
            element.put("required", demanded);
        }
        String list = TypeCell.of(row.get("type")).list();
        lists.use(list);
        int further = 0;
        if (TypeCell.of(row.get("type")).begins()) {
            for (int i = at + 1;
                    i < rows.size() && !TypeCell.of(rows.get(i).get("type")).ends();
                    i++) {
                further++;
                Row child = rows.get(i);
                lists.use(TypeCell.of(child.get("type")).list());
                if (child.get(PART).equals("row")) {
                    list = TypeCell.of(child.get("type")).list();
                    addRow(element, child);
                }
            }
            further++;
        }
        options(element, list);
        return Optional.of(new Found(element, further));
    }

    private void addRow(ObjectNode element, Row child) {
        ArrayNode rows = element.path("rows") instanceof ArrayNode known ? known : element.putArray("rows");
        ObjectNode line = members(child);
        line.put("name", child.get("name").strip());
        text(child, line, "text", "label");
        rows.add(line);
    }

    private void options(ObjectNode element, String list) {
        String member =
                switch (element.path("type").asText()) {
                    case "single_choice", "multiple_choice", "ranking", "matrix_choice" -> "options";
                    case "likert" -> "scale";
                    default -> "";
                };
        if (member.isEmpty() || list.isEmpty()) {
            return;
        }
        ArrayNode options = element.putArray(member);
        for (Row choice : form.choices().rows()) {
            if (choice.get("list_name").strip().equals(list)) {
                ObjectNode option =
                        cell(choice, MEMBERS).isEmpty() ? JsonNodeFactory.instance.objectNode() : json(choice, MEMBERS);
                String name = choice.get("name").strip();
                if (!option.path("code").asText().equals(name)) {
                    option.set("code", Codes.node(name));
                }
                text(choice, option, "text", "label");
                options.add(option);
            }
        }
    }

    /** The cell counts; what it can't hold, such as a pipe's fallback, comes from beside it unless the cell was changed. */
    private void text(Row row, ObjectNode owner, String member, String heading) {
        JsonNode kept = owner.path(member);
        if (!kept.isMissingNode() && NativeText.cells(kept).equals(NativeText.of(wording.raw(row, heading)))) {
            return;
        }
        JsonNode text = wording.text(row, heading);
        if (text == null) {
            owner.remove(member);
        } else {
            owner.set(member, text);
        }
    }

    /** What of a row must stay as it was exported for its members to fit it. */
    static String written(Row row) {
        return String.join(
                "|",
                row.get("type").strip(),
                row.get("appearance").strip(),
                row.get("parameters").strip(),
                row.get("constraint").strip());
    }

    private ObjectNode json(Row row, String column) {
        String cell = cell(row, column);
        if (cell.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JSON.readTree(cell) instanceof ObjectNode members) {
                return members;
            }
        } catch (JsonProcessingException e) {
            // Told below, with the place.
        }
        ledger.changed(
                row.where(),
                column + ": " + cell,
                "This is no JSON object any more; somebody changed it.",
                "Restore it from the exported file, or empty the cell.");
        return JsonNodeFactory.instance.objectNode();
    }

    /** A cell of Excel's ends at 32,767 characters; what is longer goes on in columns with numbers. */
    private static String cell(Row row, String column) {
        StringBuilder whole = new StringBuilder(row.get(column));
        for (int i = 2; !row.get(column + "_" + i).isEmpty(); i++) {
            whole.append(row.get(column + "_" + i));
        }
        return whole.toString();
    }
}
