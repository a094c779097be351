package io.earshot.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.jspecify.annotations.Nullable;

/** A module's tables and native charts, which are drawn from the tables' cells. */
final class ExhibitSheet implements Sheet {
    private static final int FIRST = 44;
    private static final int WORDS = 26;
    private static final int FIGURES = 12;
    private static final int CHART_ROWS = 18;
    /** The chart stands above a table that is longer than this, lest it be looked for on the third page. */
    private static final int LONG = 14;

    private final Exhibit exhibit;
    private final Words words;

    ExhibitSheet(Exhibit exhibit, Words words) {
        this.exhibit = exhibit;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of(exhibit.topic());
    }

    @Override
    public String shows() {
        return words.of(exhibit.topic() + ".shows");
    }

    /** Wide enough for the widest table: a column is one of words if that of any table is. */
    @Override
    public int[] widths() {
        int columns = Math.max(
                6,
                exhibit.grids().stream()
                        .mapToInt(grid -> grid.heads().size())
                        .max()
                        .orElse(0));
        int[] widths = new int[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            boolean text = exhibit.grids().stream()
                    .anyMatch(grid ->
                            at < grid.heads().size() && grid.heads().get(at).isText());
            widths[column] = column == 0 ? FIRST : text ? WORDS : FIGURES;
        }
        return widths;
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of(exhibit.topic() + ".note"));
        int[] widths = widths();
        for (Grid grid : exhibit.grids()) {
            page.section(grid.title());
            grid.warnings().forEach(page::warning);
            boolean isLong = grid.rows().size() > LONG;
            int above = isLong ? room(page, grid) : 0;
            int head = page.next();
            if (!grid.rows().isEmpty()) {
                table(page, grid, widths);
            }
            grid.notes().forEach(page::note);
            int top = isLong ? above : room(page, grid);
            if (!grid.rows().isEmpty()) {
                charts(page, grid, top, head);
            }
            page.gap();
        }
    }

    /** Leaves rows for the grid's charts; returns the first. */
    private static int room(Page page, Grid grid) {
        int top = page.next();
        for (int row = 0; row < CHART_ROWS * grid.plots().size(); row++) {
            page.line();
        }
        return top;
    }

    private static void table(Page page, Grid grid, int[] widths) {
        Line head = page.line(30);
        for (Grid.Head name : grid.heads()) {
            head.text(name.isText() ? Look.HEAD : Look.HEAD_NUMBER, name.text());
        }
        for (Grid.Row row : grid.rows()) {
            double height = 16;
            for (int column = 0; column < grid.heads().size(); column++) {
                if (row.cell(column) instanceof String text) {
                    height = Math.max(height, page.height(text, widths[column] - 2));
                }
            }
            Line line = page.line(height);
            for (int column = 0; column < grid.heads().size(); column++) {
                cell(line, grid.heads().get(column), row.cell(column), column == 0);
            }
        }
    }

    private static void cell(Line line, Grid.Head head, @Nullable Object cell, boolean first) {
        if (cell instanceof String text) {
            line.text(first ? Look.BODY : Look.PROSE, text);
        } else if (cell instanceof Double number) {
            line.number(Look.BODY, head.format(), number);
        } else {
            line.blank(Look.BODY);
        }
    }

    private static void charts(Page page, Grid grid, int top, int head) {
        int first = head + 1;
        int last = head + grid.rows().size();
        List<Plot> plots = grid.plots();
        for (int i = 0; i < plots.size(); i++) {
            int row = top + i * CHART_ROWS;
            new PlotChart(plots.get(i), grid, page.sheet(), first, last)
                    .draw(new XSSFClientAnchor(0, 0, 0, 0, 0, row + 1, 6, row + CHART_ROWS - 1));
        }
        if (grid.rows().size() > LONG) {
            // A long table is looked through by its head, also on paper.
            page.sheet().setRepeatingRows(CellRangeAddress.valueOf((head + 1) + ":" + (head + 1)));
        }
    }
}
