package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.device.Attribute;
import io.earshot.device.Capture;
import io.earshot.device.Catalogue;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.flow.Flow;
import io.earshot.questionnaire.flow.Known;
import io.earshot.questionnaire.flow.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a file are for. The names of {@link ImportField} come first, then variables, then options as
 * {@code variable.code}, then attributes of the catalogue.
 */
final class ImportHeader {
    private final Questionnaire questionnaire;
    private final Flow flow;
    private final List<String> names;
    private final List<ImportColumn> columns = new ArrayList<>();

    /** @throws Problem 400 that names every column which is not known, there twice, or not captured */
    ImportHeader(List<String> header, Questionnaire questionnaire, Catalogue catalogue) {
        this.questionnaire = questionnaire;
        this.flow = Flow.of(questionnaire);
        names = header.stream().map(String::strip).toList();
        Map<String, ImportColumn> known = known();
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (String name : names) {
            ImportColumn column = known.get(name);
            if (column == null) {
                Attribute attribute = catalogue.attribute(name).orElse(null);
                if (attribute == null) {
                    faults.add(unknown(name));
                    continue;
                }
                if (attribute.capture() != Capture.ON) {
                    faults.add(notCaptured(name));
                }
                column = new ImportColumn.Known(attribute);
            }
            if (!seen.add(name) || column.whole().filter(names::contains).isPresent()) {
                faults.add(twice(name));
            }
            columns.add(column);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** @param cells in the order of the header */
    ImportedRow row(long line, List<String> cells) {
        ImportedRow row = new ImportedRow(line);
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                row.cells.put(names.get(i), cell);
                columns.get(i).read(cell, row);
            }
        }
        if (cells.size() != names.size()) {
            row.faults.add(new Fault(
                    "",
                    "wrong-width",
                    "The row has " + cells.size() + " cells and the header " + names.size()
                            + "; quote cells that hold a comma."));
        }
        row.putRankings();
        // What was required guided the asking; data collected elsewhere may have gaps.
        Passage passage = flow.pass(Known.of(row.answers));
        row.faults.addAll(passage.faults(false));
        Map<String, JsonNode> answers = passage.withDerived(row.answers);
        row.answers.clear();
        row.answers.putAll(answers);
        return row;
    }

    private Map<String, ImportColumn> known() {
        Map<String, ImportColumn> known = new HashMap<>();
        for (ImportField field : ImportField.values()) {
            known.put(field.column, new ImportColumn.Field(field));
        }
        for (Variable variable : questionnaire.given()) {
            known.putIfAbsent(variable.name(), new ImportColumn.Answer(variable));
            if (variable.isCodedSet()) {
                variable.values().forEach(value -> {
                    String name = variable.name() + "." + value.code();
                    known.putIfAbsent(name, new ImportColumn.Chosen(name, variable, value.code()));
                });
            }
            if (variable.shape() == Variable.Shape.ORDER) {
                variable.values().forEach(value -> {
                    String name = variable.name() + "." + value.code();
                    known.putIfAbsent(name, new ImportColumn.Ranked(name, variable, value.code()));
                });
            }
        }
        return known;
    }

    private Fault unknown(String name) {
        return new Fault(
                Fault.segment(name),
                "unknown-column",
                "The column '" + name + "' is neither a variable of " + questionnaire.name()
                        + " nor id, respondent, submitted_at, started_at, language or a known attribute; rename or remove"
                        + " it. Columns are separated by commas.");
    }

    private static Fault notCaptured(String name) {
        return new Fault(
                Fault.segment(name),
                "not-captured",
                "The attribute '" + name + "' is not captured unless it is switched on; remove the column.");
    }

    private static Fault twice(String name) {
        return new Fault(
                Fault.segment(name),
                "column-twice",
                "The column '" + name + "' gives what another one gives too; remove one.");
    }
}
