package io.earshot.response;

import io.earshot.device.Attribute;
import io.earshot.device.Capture;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.flow.Flow;
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
    /** Columns of an export that an import finds out anew. */
    private static final List<String> LEFT = List.of("version", "received_at", "over_quota", "quality");

    private final Questionnaire questionnaire;
    private final Flow flow;
    private final ImportRules rules;
    private final List<String> names;
    private final List<ImportColumn> columns = new ArrayList<>();

    /** @throws Problem 400 that names every column which is not known, there twice, or not captured */
    ImportHeader(List<String> header, Questionnaire questionnaire, ImportRules rules) {
        this.questionnaire = questionnaire;
        this.flow = Flow.of(questionnaire);
        this.rules = rules;
        names = header.stream().map(String::strip).toList();
        Map<String, ImportColumn> known = known();
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (String name : names) {
            ImportColumn column = known.get(name);
            if (column == null) {
                Attribute attribute = rules.attribute(name).orElse(null);
                if (attribute == null) {
                    faults.add(unknown(name));
                    continue;
                }
                if (attribute.capture() != Capture.ON) {
                    faults.add(notCaptured(name));
                }
                column = rules.leavesOut(attribute) ? new ImportColumn.Left() : new ImportColumn.Known(attribute);
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
            ImportColumn column = columns.get(i);
            // What nobody may know afterwards is not kept of a row that is refused either.
            boolean away = rules.anonymous() && column instanceof ImportColumn.Left;
            if (!cell.isEmpty() && !away) {
                row.cells.put(names.get(i), cell);
                column.read(cell, row);
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
        row.checkBy(flow);
        return row;
    }

    private Map<String, ImportColumn> known() {
        Map<String, ImportColumn> known = new HashMap<>();
        for (ImportField field : ImportField.FIRST) {
            known.put(field.column, column(field));
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
        // What an export has besides gives way to variables of the same name, as it does there.
        for (ImportField field : ImportField.LAST) {
            known.putIfAbsent(field.column, column(field));
        }
        LEFT.forEach(name -> known.putIfAbsent(name, new ImportColumn.Left()));
        questionnaire.derived().forEach(variable -> known.putIfAbsent(variable.name(), new ImportColumn.Left()));
        return known;
    }

    private ImportColumn column(ImportField field) {
        return rules.leavesOut(field) ? new ImportColumn.Left() : new ImportColumn.Field(field);
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
