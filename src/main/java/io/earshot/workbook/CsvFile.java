package io.earshot.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Variable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Responses as CSV (RFC 4180): a head of names, then a row per response; days and times by ISO 8601, times in UTC; an empty
 * cell for whatever is missing.
 */
final class CsvFile implements Column.Cases<List<CsvFile.CsvColumn>> {
    private final SpssVariables.Wording wording;
    private final boolean labels;
    private final boolean guarded;

    /** A name and what its cell holds in each row. */
    record CsvColumn(String name, IntFunction<String> cell) {}

    private CsvFile(SpssVariables.Wording wording, boolean labels, boolean guarded) {
        this.wording = wording;
        this.labels = labels;
        this.guarded = guarded;
    }

    /**
     * @param labels  what codes mean, in place of the codes
     * @param guarded a text that a spreadsheet would take for a formula gets a {@code '} in front
     */
    static void write(Extract extract, SpssVariables.Wording wording, boolean labels, boolean guarded, Writer out)
            throws IOException {
        List<CsvColumn> columns = columns(extract, new CsvFile(wording, labels, guarded));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        csv.writeRecord(columns.stream().map(CsvColumn::name).toList());
        String[] cells = new String[columns.size()];
        for (int row = 0; row < extract.rows(); row++) {
            Watch.look(row);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i).cell().apply(row);
            }
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    /** The file's columns in order, each with the column of data that it comes from. */
    private static List<CsvColumn> columns(Extract extract, CsvFile file) {
        Set<String> taken = new HashSet<>();
        extract.answers().columns().forEach(column -> taken.add(column.name()));
        List<CsvColumn> all = new ArrayList<>();
        extract.identity().forEach(column -> all.addAll(file.beside(taken, column)));
        extract.answers().columns().forEach(column -> all.addAll(column.cases(file)));
        extract.attributes().forEach(column -> all.addAll(file.beside(taken, column)));
        return all;
    }

    /** As on data sheets: a field gives way to a variable of its name. */
    private List<CsvColumn> beside(Set<String> taken, Column column) {
        return column.cases(this).stream()
                .map(cell -> taken.contains(cell.name()) ? new CsvColumn("response." + cell.name(), cell.cell()) : cell)
                .toList();
    }

    @Override
    public List<CsvColumn> coded(CodedColumn column) {
        Subject subject = wording.of(column.variable());
        List<String> words = column.codes().stream()
                .map(code -> labels ? guarded(subject.label(code)) : code)
                .toList();
        return one(column, row -> words.get(column.index(row)));
    }

    @Override
    public List<CsvColumn> multiple(MultipleColumn column) {
        List<CsvColumn> options = new ArrayList<>();
        for (int i = 0; i < column.codes().size(); i++) {
            int option = i;
            options.add(new CsvColumn(
                    column.name() + "." + column.codes().get(i),
                    row -> column.isMissing(row) ? "" : column.chose(row, option) ? "1" : "0"));
        }
        return options;
    }

    @Override
    public List<CsvColumn> number(NumberColumn column) {
        boolean timeOfDay = column.variable().format() == Variable.Format.TIME;
        return one(column, row -> {
            double number = column.score(row);
            if (timeOfDay) {
                return "%02d:%02d".formatted((int) number / 60, (int) number % 60);
            }
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : BigDecimal.valueOf(number).toPlainString();
        });
    }

    @Override
    public List<CsvColumn> text(TextColumn column) {
        return one(column, row -> guarded(column.text(row).orElseThrow()));
    }

    @Override
    public List<CsvColumn> date(DateColumn column) {
        return one(column, row -> column.date(row).orElseThrow().toString());
    }

    @Override
    public List<CsvColumn> time(TimeColumn column) {
        return one(column, row -> column.time(row).orElseThrow().toString());
    }

    private String guarded(String text) {
        return guarded && CellText.looksLikeFormula(text) ? "'" + text : text;
    }

    private static List<CsvColumn> one(Column column, IntFunction<String> cell) {
        return List.of(new CsvColumn(column.name(), row -> column.isMissing(row) ? "" : cell.apply(row)));
    }
}
