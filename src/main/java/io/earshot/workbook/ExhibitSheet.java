package io.earshot.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.jspecify.annotations.Nullable;

/** A module's tables and native charts, which are drawn from the tables' cells. */
final class ExhibitSheet implements Sheet {
    private static final int LEAST_COLUMNS = 6;
    private static final int FIRST = 24;
    private static final int FIRST_OF_MANY = 14;
    private static final int LEAST_OF_FEW = 12;
    /** Of many columns each must be narrow, or the page is printed too small to read. */
    private static final int LEAST_OF_MANY = 9;

    private static final int NEARLY = 3;
    /** Of a column's width, in points, as LibreOffice draws it. */
    private static final double WIDEST_CHARACTER = 5.6;

    private static final int WIDEST_FIRST = 46;
    private static final int WIDEST = 48;
    private static final int FEW_COLUMNS = 3;
    private static final int WIDEST_OF_FEW = 84;
    private static final int MANY_COLUMNS = 8;
    private static final int WIDEST_OF_MANY = 34;
    private static final int CHART_WIDTH = 110;
    private static final int CHART_ROWS = 16;
    /** Of a chart whose points have names, which need room. */
    private static final int MAP_ROWS = 28;

    /** Of a chart of bars: what its title, axis and legend take, the least and the most. */
    private static final int AROUND_BARS = 6;

    private static final int FEWEST_CHART_ROWS = 10;
    private static final int MOST_CHART_ROWS = 40;
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

    /** Wide enough for the widest table, and for what its columns of words say in two lines or three. */
    @Override
    public int[] widths() {
        int columns = exhibit.grids().stream()
                .mapToInt(grid -> grid.heads().size())
                .max()
                .orElse(0);
        int[] widths = new int[Math.max(LEAST_COLUMNS, columns)];
        boolean many = columns > MANY_COLUMNS;
        int least = many ? LEAST_OF_MANY : LEAST_OF_FEW;
        int widest = many ? WIDEST_OF_MANY : columns > FEW_COLUMNS ? WIDEST : WIDEST_OF_FEW;
        int widestFirst = many ? WIDEST_OF_MANY : WIDEST_FIRST;
        for (int column = 0; column < widths.length; column++) {
            widths[column] = column == 0 ? (many ? FIRST_OF_MANY : FIRST) : least;
            for (Grid grid : exhibit.grids()) {
                if (column < grid.heads().size() && !grid.heads().get(column).isText()) {
                    widths[column] = Math.max(
                            widths[column], width(grid.heads().get(column).text(), least));
                }
                if (column < grid.heads().size() && grid.heads().get(column).isText()) {
                    int longest = longest(grid, column);
                    widths[column] = Math.max(
                            widths[column], column == 0 ? Math.min(widestFirst, longest) : Math.min(widest, longest));
                }
            }
        }
        exhibit.grids().forEach(grid -> keepApart(grid, widths));
        return widths;
    }

    /** Widens columns whose heads just fit one line: they would touch those beside them. */
    private static void keepApart(Grid grid, int... widths) {
        for (int column = 0; column < grid.heads().size(); column++) {
            String head = grid.heads().get(column).text();
            boolean fits = ArialText.width(head, Page.HEAD) < widths[column] * WIDEST_CHARACTER;
            if (fits) {
                widths[column] = Math.max(widths[column], ArialText.column(head, Page.HEAD));
            }
        }
    }

    /**
     * How wide a head of figures makes its column: no word is cut, and none touches the next column's head.
     *
     * @param least a column's width
     */
    private static int width(String head, int least) {
        int width = Stream.of(head.split(" ", -1))
                .mapToInt(word -> ArialText.column(word, Page.HEAD))
                .max()
                .orElse(least);
        width = Math.max(least, width);
        int whole = ArialText.column(head, Page.HEAD);
        // What nearly fits one line is given it; more lines than two would make a head higher than its table.
        if (whole <= width + NEARLY) {
            return Math.max(width, whole);
        }
        while (ArialText.linesIn(width, head, Page.HEAD) > 2) {
            width++;
        }
        return width;
    }

    private static int longest(Grid grid, int column) {
        int longest = 0;
        for (Grid.Row row : grid.rows()) {
            if (row.cell(column) instanceof String text) {
                int whole = ArialText.column(text, 10);
                longest = Math.max(longest, whole > WIDEST_OF_FEW ? whole / 2 + 4 : whole);
            }
        }
        return longest;
    }

    @Override
    public void draw(Page page) {
        page.scaledIfReadable();
        page.title(name(), exhibit.note());
        int[] widths = widths();
        for (Grid grid : exhibit.grids()) {
            boolean isLong = grid.rows().size() > LONG;
            if (isLong && !grid.plots().isEmpty()) {
                page.keepTogether(rows(grid, grid.plots().get(0)) + 3);
            }
            if (!isLong && grid.plots().isEmpty()) {
                page.keepTogether(grid.rows().size() + 4 + 2 * grid.notes().size());
            }
            if (!isLong && grid.plots().size() == 1) {
                page.keepTogether(
                        grid.rows().size() + 4 + rows(grid, grid.plots().get(0)));
            }
            page.section(grid.title());
            grid.warnings().forEach(page::warning);
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

    /** How many columns a chart is wide. */
    private static int columns(Page page) {
        int columns = 1;
        while (page.width(0, columns) < CHART_WIDTH && page.width(columns, columns + 1) > 8) {
            columns++;
        }
        return columns;
    }

    /** How many rows of the usual height a chart is high. */
    private static int rows(Grid grid, Plot plot) {
        return switch (plot.shape()) {
            case BARS, STACKED ->
                Math.max(
                        FEWEST_CHART_ROWS,
                        Math.min(MOST_CHART_ROWS, AROUND_BARS + grid.rows().size() * 3 / 2));
            case TREND, CURVES -> CHART_ROWS;
            case POINTS, QUARTERS -> MAP_ROWS;
        };
    }

    /** Leaves rows for the grid's charts; returns the first. */
    private static int room(Page page, Grid grid) {
        int top = page.next();
        for (int plot = 0; plot < grid.plots().size(); plot++) {
            if (plot > 0 || grid.rows().size() <= LONG) {
                page.keepTogether(rows(grid, grid.plots().get(plot)));
            }
            for (int row = 0; row < rows(grid, grid.plots().get(plot)); row++) {
                page.line();
            }
        }
        return top;
    }

    private static void table(Page page, Grid grid, int[] widths) {
        double tallest = 30;
        for (int column = 0; column < grid.heads().size(); column++) {
            tallest = Math.max(tallest, Page.headHeight(grid.heads().get(column).text(), widths[column]));
        }
        Line head = page.line(tallest);
        for (Grid.Head name : grid.heads()) {
            head.text(name.isText() ? Look.HEAD : Look.HEAD_NUMBER, name.text());
        }
        for (Grid.Row row : grid.rows()) {
            double height = 16;
            for (int column = 0; column < grid.heads().size(); column++) {
                if (row.cell(column) instanceof String text) {
                    height = Math.max(height, Page.height(text, widths[column]));
                }
            }
            Line line = page.line(height);
            for (int column = 0; column < grid.heads().size(); column++) {
                cell(line, grid.heads().get(column), row.cell(column));
            }
        }
    }

    private static void cell(Line line, Grid.Head head, @Nullable Object cell) {
        if (cell instanceof String text) {
            line.text(Look.BODY, text);
        } else if (cell instanceof Double number) {
            line.number(Look.BODY, head.format(), number);
        } else {
            line.blank(Look.BODY);
        }
    }

    private static void charts(Page page, Grid grid, int top, int head) {
        int first = head + 1;
        List<Plot> plots = grid.plots();
        int row = top;
        for (Plot plot : plots) {
            int next = row + rows(grid, plot);
            new PlotChart(plot, grid, page.sheet(), first, first + grid.drawn() - 1)
                    .draw(new XSSFClientAnchor(0, 0, 0, 0, 0, row + 1, columns(page), next - 1));
            row = next;
        }
        if (grid.rows().size() > LONG) {
            // A long table is looked through by its head, also on paper.
            page.sheet().setRepeatingRows(CellRangeAddress.valueOf((head + 1) + ":" + (head + 1)));
        }
    }
}
