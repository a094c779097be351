package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Conditions;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A form from its first row to its last. */
final class FormReader {
    static final String TEXTS = "texts";
    private static final String CALCULATIONS = "calculations";
    private static final String HIDDEN = "hidden";
    private static final String METADATA = "metadata";
    private static final Set<String> SETTINGS =
            Set.of("form_title", "form_id", "default_language", "allow_choice_duplicates", "style", "version", "name");

    private final XlsForm form;
    private final Ledger ledger = new Ledger();
    private final ChoiceLists lists;
    private final Questions questions;
    private final Wording wording;
    private final ElementReader elements;
    private final Columns columns = new Columns();
    private final Pages pages;
    private final Tables tables;
    private final ExportedElements exported;
    private final ArrayNode computed = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode hidden = JsonNodeFactory.instance.arrayNode();

    private FormReader(XlsForm form) {
        this.form = form;
        lists = new ChoiceLists(form, ledger);
        questions = new Questions(form, lists, new Names(), ledger);
        wording = new Wording(form, questions::named, ledger);
        elements = new ElementReader(questions, lists, wording, columns, ledger);
        tables = new Tables(questions, lists, wording, elements, columns, ledger);
        exported = new ExportedElements(form, wording, elements, lists, ledger);
        pages = new Pages(questions, wording, elements, columns, ledger);
    }

    static Imported read(XlsForm form) {
        return new FormReader(form).read();
    }

    private Imported read() {
        List<Row> rows = form.survey().rows();
        for (int i = 0; i < rows.size(); i++) {
            i += row(rows, i);
        }
        pages.finish();
        settings();
        columns.list(ledger);
        lists.listUnused();
        if (!form.others().isEmpty()) {
            ledger.changed(
                    "workbook",
                    "sheets " + String.join(", ", form.others()),
                    "Only the sheets survey, choices, external_choices and settings are read.",
                    "Nothing to do, unless they hold part of the form.");
        }
        ObjectNode content = content();
        if (content.path("pages").isEmpty() || exported.questionnaire().isEmpty()) {
            Conditions.settle(content, ledger, questions::where);
        }
        if (content.path("pages").isEmpty()) {
            ledger.changed(
                    "survey",
                    "the whole form",
                    "Nothing in it can be asked here.",
                    "Add a page with questions to the draft.");
        }
        return new Imported(content, ledger.notCarried(), ledger.counts());
    }

    /** @return how many rows after this one it has read as well */
    private int row(List<Row> rows, int at) {
        Row row = rows.get(at);
        TypeCell type = TypeCell.of(row.get("type"));
        if (row.get("type").isEmpty() || Columns.isYes(row.get("disabled"))) {
            disabled(row);
            return 0;
        }
        switch (row.get(ExportedElements.PART)) {
            case "derived" -> {
                return 0;
            }
            case "page" -> {
                pages.begin(row, exported.members(row));
                return 0;
            }
            case "element" -> {
                Optional<ExportedElements.Found> found = exported.read(rows, at);
                if (found.isPresent() && !pages.isInRepeat()) {
                    pages.add(found.get().element(), row);
                    return found.get().furtherRows();
                }
            }
            default -> {}
        }
        if (type.begins()) {
            Optional<Tables.Found> table = pages.isInRepeat() ? Optional.empty() : tables.read(rows, at);
            table.ifPresent(found -> pages.add(found.element(), row));
            if (table.isEmpty()) {
                pages.begin(row, type);
            }
            return table.map(Tables.Found::furtherRows).orElse(0);
        }
        if (type.ends()) {
            pages.end(row);
        } else if (pages.isInRepeat()) {
            repeated(row, type);
        } else {
            plain(row, type);
        }
        return 0;
    }

    private void plain(Row row, TypeCell type) {
        if (type.isMetadata()) {
            ledger.met(METADATA);
            ledger.leftOut(
                    METADATA,
                    row.where(),
                    row.get("type") + " " + row.get("name"),
                    "It is noted by the device and not asked.",
                    "Times and the device are kept with every response anyway; see the attribute catalogue.");
        } else if (type.base().equals("calculate")
                || !row.get("calculation").isEmpty() && type.base().equals("hidden")) {
            calculate(row);
        } else if (type.base().equals("hidden")) {
            ledger.met(HIDDEN);
            ledger.carried(HIDDEN);
            questions.of(row).ifPresent(known -> hidden.addObject()
                    .put("name", known.name())
                    .put("type", "text"));
            columns.note(row);
        } else {
            elements.read(row, type).forEach(element -> pages.add(element, row));
        }
    }

    private void calculate(Row row) {
        ledger.met(CALCULATIONS);
        try {
            JsonNode compute =
                    new XPathLogic(questions::named, Map.of()).value(XPathLogic.parse(row.get("calculation")));
            boolean number = compute.isNumber()
                    || Set.of("+", "-", "*", "/", "%", "reduce", "min", "max")
                            .contains(compute.isObject() ? compute.fieldNames().next() : "");
            ObjectNode variable = computed.addObject();
            variable.put("name", questions.of(row).map(Answerable::name).orElse(row.get("name")));
            variable.put("type", number ? "number" : "text");
            // Whatever comes out is a text to XLSForm; of another type it would be no value here.
            variable.set("compute", number || compute.isTextual() ? compute : cat(compute));
            ledger.carried(CALCULATIONS);
            columns.note(row);
        } catch (NotExpressible e) {
            ledger.leftOut(
                    CALCULATIONS,
                    row.where(),
                    row.get("name") + ": " + row.get("calculation"),
                    e.why(),
                    "It is left out; write it as a computed variable, or let the app give it as a hidden field.");
        }
    }

    private static JsonNode cat(JsonNode compute) {
        return io.earshot.questionnaire.exchange.formula.Logic.of("cat", compute);
    }

    private void repeated(Row row, TypeCell type) {
        String kind = type.isMetadata()
                ? METADATA
                : switch (type.base()) {
                    case "note" -> TEXTS;
                    case "calculate" -> CALCULATIONS;
                    case "hidden" -> HIDDEN;
                    default -> Ledger.QUESTIONS;
                };
        ledger.met(kind);
        ledger.leftOut(
                kind,
                row.where(),
                row.get("type") + " " + row.get("name"),
                "It stands in a repeat, and a questionnaire here asks each question once.",
                "Ask it as often as needed, each under a name of its own with a visibleIf.");
    }

    private void disabled(Row row) {
        ledger.changed(
                row.where(),
                String.join(" ", row.cells().values()),
                row.get("type").isEmpty() ? "The row has no type." : "The row is disabled.",
                "It is left out.");
    }

    private void settings() {
        form.setting().cells().forEach((heading, value) -> {
            boolean known = SETTINGS.contains(heading) || heading.startsWith("earshot::");
            if (!known && !Columns.isNo(value)) {
                ledger.changed(
                        form.setting().where(),
                        heading + ": " + value,
                        "The setting is about ODK's server or files.",
                        "Nothing to do.");
            }
        });
    }

    private ObjectNode content() {
        Optional<ObjectNode> ours = exported.questionnaire();
        ObjectNode content = ours.orElseGet(JsonNodeFactory.instance::objectNode);
        Row setting = form.setting();
        if (ours.isEmpty()) {
            String title = setting.get("form_title").strip();
            String id = setting.get("form_id").strip();
            String called = !title.isEmpty() ? title : !id.isEmpty() ? id : "Imported form";
            content.put("name", Names.ofQuestionnaire(id.isEmpty() ? called : id));
            content.put("title", called);
            content.put("defaultLanguage", wording.defaultLanguage());
        }
        append(content, "hidden", hidden);
        append(content, "computed", computed);
        content.set("pages", pages.pages());
        return content;
    }

    private static void append(ObjectNode content, String member, ArrayNode more) {
        if (!more.isEmpty()) {
            ArrayNode all = content.path(member) instanceof ArrayNode before ? before : content.putArray(member);
            all.addAll(more);
        }
    }
}
