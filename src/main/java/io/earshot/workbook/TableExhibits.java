package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.Basis;
import io.earshot.finding.Estimate;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import io.earshot.finding.Topline;
import java.util.List;

/** Questions as everybody answered them, and by groups or waves, as the summary shows them. */
final class TableExhibits {
    private final Results results;
    private final Words words;

    TableExhibits(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    void addTo(List<Exhibit> exhibits) {
        boolean weighted = results.of(Topline.class).anyMatch(Topline::weighted);
        Matrices matrices = new Matrices(results, words);
        add(
                exhibits,
                "topline",
                words.of(
                        weighted ? "topline.note.weighted" : "topline.note",
                        results.about().confidence()),
                results.of(Topline.class)
                        .filter(finding -> !matrices.hold(finding))
                        .map(this::topline)
                        .toList());
        matrices.exhibit().ifPresent(exhibits::add);
        add(exhibits, false);
        add(exhibits, true);
    }

    private void add(List<Exhibit> exhibits, boolean wave) {
        List<BannerTable> tables = results.of(BannerTable.class)
                .filter(table -> table.wave() == wave)
                .toList();
        if (!tables.isEmpty()) {
            BannerTable first = tables.get(0);
            String note = words.of(
                            first.weighted() ? "banner.note.weighted" : "banner.note",
                            results.about().confidence(),
                            BannerSheet.correction(words, first))
                    + " "
                    + (first.secondAlpha().isPresent()
                            ? words.of(
                                            "banner.secondLevel",
                                            1 - first.secondAlpha().getAsDouble())
                                    + " "
                            : "")
                    + words.of("banner.lowBase", first.minimumBase())
                    + (tables.stream().anyMatch(BannerTable::hidesAny)
                            ? " " + words.of("hidden.note", BannerSheet.smallest(results))
                            : "")
                    + (tables.stream().anyMatch(BannerTable::suppressesAny)
                            ? " " + words.of("suppressed.note", first.shownFrom())
                            : "");
            add(
                    exhibits,
                    wave ? "waves" : "banner",
                    note,
                    tables.stream().map(this::table).toList());
        }
    }

    private static void add(List<Exhibit> exhibits, String topic, String note, List<Grid> grids) {
        if (!grids.isEmpty()) {
            exhibits.add(new Exhibit(topic, note, grids));
        }
    }

    private Grid topline(Topline finding) {
        Grid grid = new Grid(Lines.title(finding.subject()))
                .words(words.of("answer"))
                .figures(Format.COUNT, words.of("count"))
                .figures(Format.SHARE, words.of("percentValid"), words.of("low"), words.of("high"));
        for (Topline.Line line : finding.lines()) {
            Grid.Row row = grid.row(Lines.label(words, line.kind(), line.code(), line.label()))
                    .number(line.count())
                    .number(line.share().map(Estimate::value));
            if (line.kind() == LineKind.NET) {
                row.undrawn();
            }
            row.number(line.share().toOptional().map(Estimate::low).orElse(java.util.OptionalDouble.empty()))
                    .number(line.share().toOptional().map(Estimate::high).orElse(java.util.OptionalDouble.empty()));
        }
        finding.measures()
                .forEach(measured ->
                        measured.value().toOptional().ifPresent(value -> grid.note(measure(measured, value))));
        if (finding.low()) {
            grid.warning(words.of("base.low", minimumBase()));
        }
        grid.note(words.of("topline.answered") + ": " + words.number(finding.n(), 0)
                + (finding.weighted()
                        ? "; " + words.of("topline.effectiveBase") + ": " + words.number(finding.nEffective(), 0)
                        : ""));
        return grid.plot(Plot.bars(
                Lines.title(finding.subject()),
                words.of("charts.share.alt", Lines.title(finding.subject()), finding.n(), words.of("topline")),
                2,
                Format.SHARE));
    }

    private long minimumBase() {
        return results.of(Basis.class).mapToLong(Basis::minimumBase).findFirst().orElse(0);
    }

    private String measure(Topline.Measured measured, Estimate value) {
        Format format = Lines.format(measured.kind());
        String said = Lines.label(words, measured.kind(), "", "") + ": " + words.shown(value.value(), format);
        return value.low().isPresent() && value.high().isPresent()
                ? said + " (" + words.shown(value.low().getAsDouble(), format) + " – "
                        + words.shown(value.high().getAsDouble(), format) + ")"
                : said;
    }

    private Grid table(BannerTable table) {
        Grid grid = new Grid(Lines.title(table.subject())).words(words.of("answer"));
        List<BannerTable.Column> columns = table.columns();
        for (BannerTable.Column column : columns) {
            grid.figures(
                    Format.GENERAL,
                    column.letter().isEmpty() ? words.of("everybody") : column.label() + " (" + column.letter() + ")");
        }
        Grid.Row bases = grid.row(words.of(table.weighted() ? "banner.effective" : "banner.base"));
        columns.forEach(column -> bases.text(
                words.number(table.weighted() ? column.nEffective() : column.n(), 0) + (column.low() ? " *" : "")));
        for (BannerTable.Line line : table.lines()) {
            Grid.Row row = grid.row(Lines.label(words, line.kind(), line.code(), line.label()));
            line.cells().forEach(cell -> row.text(cell(table, line.kind(), cell)));
        }
        return grid;
    }

    private String cell(BannerTable table, LineKind kind, BannerTable.Cell cell) {
        if (cell.isHidden()) {
            return words.of("hidden");
        }
        if (cell.isSuppressed()) {
            return words.of("suppressed", table.shownFrom());
        }
        String value =
                cell.value().cases(estimate -> words.shown(estimate.value(), Lines.format(kind)), undefined -> "–");
        return cell.letters().isEmpty() ? value : value + "\u00A0" + cell.letters();
    }
}
