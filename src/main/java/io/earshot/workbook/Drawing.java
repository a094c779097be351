package io.earshot.workbook;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A chart of a table as SVG, for the summary; the numbers it shows are all in the table. */
final class Drawing {
    private static final int WIDTH = 900;
    private static final int LABELS = 300;
    private static final int BAR = 26;
    private static final int LINE = 20;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int BOTTOM = 70;
    private static final int TOP = 14;
    private static final int RADIUS = 5;
    private static final int LONGEST = 48;
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 4 2 4");

    private final Plot plot;
    private final Grid grid;
    private final Words words;
    private final StringBuilder svg = new StringBuilder();

    Drawing(Plot plot, Grid grid, Words words) {
        this.plot = plot;
        this.grid = grid;
        this.words = words;
    }

    String svg() {
        switch (plot.shape()) {
            case BARS -> bars();
            case STACKED -> stacked();
            case TREND -> lines(false);
            case CURVES -> lines(true);
            case POINTS, QUARTERS -> points();
        }
        return svg.append("</svg>").toString();
    }

    private void open(int height) {
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><title>%s</title>"
                .formatted(WIDTH, height, SummaryPage.escaped(plot.description()), SummaryPage.escaped(plot.title())));
    }

    private void bars() {
        int[] drawn = IntStream.range(0, grid.rows().size())
                .filter(row -> grid.rows().get(row).drawn())
                .toArray();
        open(drawn.length * BAR + 8);
        int column = plot.series().get(0);
        DoubleSummaryStatistics ends = IntStream.of(drawn)
                .mapToDouble(row -> number(row, column))
                .filter(Double::isFinite)
                .summaryStatistics();
        double high = ends.getCount() == 0 ? 1 : ends.getMax();
        double low = ends.getCount() == 0 ? 0 : Math.min(0, ends.getMin());
        double end = plot.format() == Format.SHARE ? Math.max(high, 0.05) : Math.max(high, 1e-9);
        double unit = (WIDTH - LABELS - 80) / (end - low);
        for (int place = 0; place < drawn.length; place++) {
            int row = drawn[place];
            double value = number(row, column);
            int y = place * BAR + 4;
            text(LABELS - 8, y + 16, "end", shortened(label(row)));
            if (Double.isNaN(value)) {
                continue;
            }
            double from = LABELS + (Math.min(0, value) - low) * unit;
            rectangle(from, y + 3, Math.abs(value) * unit, BAR - 8, Palette.ACCENT);
            text(LABELS + (Math.max(0, value) - low) * unit + 6, y + 16, "start", words.shown(value, plot.format()));
        }
    }

    private void stacked() {
        int rows = grid.rows().size();
        List<Mark> marks = marks();
        int lines = marks.isEmpty() ? 0 : marks.get(marks.size() - 1).line() + 1;
        open(rows * BAR + 18 + LINE * lines);
        for (int row = 0; row < rows; row++) {
            int y = row * BAR + 4;
            text(LABELS - 8, y + 16, "end", shortened(label(row)));
            double x = LABELS;
            for (int part = 0; part < plot.series().size(); part++) {
                double share = number(row, plot.series().get(part));
                double width = Double.isNaN(share) ? 0 : share * (WIDTH - LABELS - 10);
                String color = Shade.of(part, plot.series().size());
                rectangle(x, y + 2, width, BAR - 5, color);
                if (width > 34) {
                    boolean dark = part == 0 || part == plot.series().size() - 1;
                    svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\"%s>%s</text>"
                            .formatted(
                                    at(x + width / 2),
                                    y + 17,
                                    dark ? " style=\"fill:#fff\"" : "",
                                    words.shown(share, Format.PERCENT)));
                }
                x += width;
            }
        }
        for (int part = 0; part < marks.size(); part++) {
            int y = rows * BAR + 16 + LINE * marks.get(part).line();
            double x = marks.get(part).x();
            rectangle(x, y, 12, 12, Shade.of(part, marks.size()));
            text(
                    x + 16,
                    y + 11,
                    "start",
                    grid.heads().get(plot.series().get(part)).text());
        }
    }

    /** Where a part's mark stands below the bars. */
    private record Mark(double x, int line) {}

    /** As many on a line as fit. */
    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        double x = LABELS;
        int line = 0;
        for (int series : plot.series()) {
            double width = 34 + 7.0 * grid.heads().get(series).text().length();
            if (x > LABELS && x + width > WIDTH) {
                x = LABELS;
                line++;
            }
            marks.add(new Mark(x, line));
            x += width;
        }
        return marks;
    }

    private void lines(boolean curves) {
        open(HEIGHT);
        int rows = grid.rows().size();
        double[] y = plot.series().stream()
                .flatMapToDouble(this::numbers)
                .filter(Double::isFinite)
                .toArray();
        double[] x = curves
                ? numbers(plot.labels()).filter(Double::isFinite).toArray()
                : new double[] {0, Math.max(1, rows - 1)};
        boolean share = plot.format() == Format.SHARE;
        Frame frame = new Frame(
                x.length == 0 ? 0 : DoubleStream.of(x).min().orElse(0),
                x.length == 0 ? 1 : DoubleStream.of(x).max().orElse(1),
                share ? 0 : Math.min(0, DoubleStream.of(y).min().orElse(0)),
                share ? 1 : Math.max(0, DoubleStream.of(y).max().orElse(1)));
        ordinate(frame, grid.heads().get(plot.series().get(0)).format());
        if (curves) {
            abscissa(frame, grid.heads().get(plot.labels()).format());
        } else {
            int step = Math.max(1, (rows + 7) / 8);
            for (int row = 0; row < rows; row += step) {
                text(frame.x(row), HEIGHT - BOTTOM + 18, "middle", label(row));
            }
        }
        for (int i = 0; i < plot.series().size(); i++) {
            line(frame, plot.series().get(i), i, curves);
        }
        legend();
    }

    private void line(Frame frame, int column, int series, boolean curves) {
        StringBuilder path = new StringBuilder();
        boolean broken = true;
        for (int row = 0; row < grid.rows().size(); row++) {
            double value = number(row, column);
            if (Double.isNaN(value)) {
                broken = true;
                continue;
            }
            path.append(broken ? 'M' : 'L')
                    .append(at(frame.x(curves ? number(row, plot.labels()) : row)))
                    .append(' ')
                    .append(at(frame.y(value)));
            broken = false;
        }
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\"/>"
                .formatted(
                        path,
                        Shade.LINES.get(series % Shade.LINES.size()),
                        series == 0 ? "2.5" : "1.75",
                        DASHES.get(series % DASHES.size())));
    }

    private void points() {
        open(HEIGHT);
        int across = plot.series().get(0);
        int up = plot.series().get(1);
        double[] x = numbers(across).filter(Double::isFinite).toArray();
        double[] y = numbers(up).filter(Double::isFinite).toArray();
        Span wide = plot.wide(DoubleStream.of(x));
        Span high = plot.high(DoubleStream.of(y));
        Frame frame = new Frame(wide.low(), wide.high(), high.low(), high.high());
        ordinate(frame, grid.heads().get(up).format());
        abscissa(frame, grid.heads().get(across).format());
        if (plot.shape() == Plot.Shape.QUARTERS) {
            quarters(frame, wide, high);
        }
        List<PointLabels.Point> points = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            double value = number(row, across);
            if (!Double.isNaN(value) && !Double.isNaN(number(row, up))) {
                points.add(new PointLabels.Point(
                        frame.x(value),
                        frame.y(number(row, up)),
                        label(row),
                        plot.number(grid.rows().get(row))));
            }
        }
        List<PointLabels.Label> labels = new PointLabels(
                        new PointLabels.Box(LEFT, 0, WIDTH, HEIGHT - BOTTOM), List.of(), 6.2, LINE - 4, RADIUS)
                .of(points);
        for (int i = 0; i < points.size(); i++) {
            PointLabels.Point point = points.get(i);
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%d\" fill=\"#%s\"><title>%s</title></circle>"
                    .formatted(
                            at(point.x()), at(point.y()), RADIUS, Palette.ACCENT, SummaryPage.escaped(point.name())));
            if (!labels.get(i).shown()) {
                continue;
            }
            PointLabels.Box box = labels.get(i).box();
            switch (labels.get(i).side()) {
                case RIGHT ->
                    text(box.left(), point.y() + 4, "start", labels.get(i).text());
                case LEFT ->
                    text(box.right(), point.y() + 4, "end", labels.get(i).text());
                case ABOVE, BELOW ->
                    text(point.x(), box.bottom() - 4, "middle", labels.get(i).text());
            }
        }
        text(LEFT, HEIGHT - 6, "start", "↑ " + plot.up() + "   → " + plot.across());
    }

    private void quarters(Frame frame, Span wide, Span high) {
        double x = frame.x((wide.low() + wide.high()) / 2);
        double y = frame.y((high.low() + high.high()) / 2);
        String line = "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"#" + Palette.MUTED + "\"/>";
        svg.append(line.formatted(at(x), at(x), at(frame.y(high.low())), at(frame.y(high.high()))))
                .append(line.formatted(at(frame.x(wide.low())), at(frame.x(wide.high())), at(y), at(y)));
    }

    private void ordinate(Frame frame, Format format) {
        for (double tick : Span.ticks(frame.bottom, frame.top)) {
            double y = frame.y(tick);
            svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#%s\"/>"
                    .formatted(LEFT, WIDTH - 10, at(y), at(y), Palette.RULE));
            text(LEFT - 6, y + 4, "end", words.shown(tick, format == Format.SHARE ? Format.PERCENT : Format.GENERAL));
        }
    }

    private void abscissa(Frame frame, Format format) {
        for (double tick : Span.ticks(frame.left, frame.right)) {
            text(
                    frame.x(tick),
                    HEIGHT - BOTTOM + 18,
                    "middle",
                    words.shown(tick, format == Format.SHARE ? Format.PERCENT : Format.GENERAL));
        }
    }

    private void legend() {
        double x = LEFT;
        for (int i = 0; i < plot.series().size(); i++) {
            String name = grid.heads().get(plot.series().get(i)).text();
            svg.append(
                    "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"#%s\" stroke-width=\"2.5\" stroke-dasharray=\"%s\"/>"
                            .formatted(
                                    at(x),
                                    at(x + 28),
                                    HEIGHT - 18,
                                    HEIGHT - 18,
                                    Shade.LINES.get(i % Shade.LINES.size()),
                                    DASHES.get(i % DASHES.size())));
            text(x + 34, HEIGHT - 14, "start", name);
            x += 60 + 7.0 * name.length();
        }
    }

    private DoubleStream numbers(int column) {
        return grid.rows().stream().mapToDouble(row -> row.cell(column) instanceof Double number ? number : Double.NaN);
    }

    private double number(int row, int column) {
        return grid.rows().get(row).cell(column) instanceof Double number ? number : Double.NaN;
    }

    private String label(int row) {
        return String.valueOf(grid.rows().get(row).cell(0));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(at(x), at(y), anchor, SummaryPage.escaped(text)));
    }

    private void rectangle(double x, double y, double width, double height, String rgb) {
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#%s\"/>"
                .formatted(at(x), at(y), at(width), at(height), rgb));
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /** Where numbers lie on the drawing. */
    private record Frame(double left, double right, double bottom, double top) {
        Frame {
            if (right <= left) {
                right = left + 1;
            }
            if (top <= bottom) {
                top = bottom + 1;
            }
        }

        double x(double value) {
            return LEFT + (value - left) / (right - left) * (WIDTH - LEFT - 24);
        }

        double y(double value) {
            return HEIGHT - BOTTOM - (value - bottom) / (top - bottom) * (HEIGHT - BOTTOM - TOP);
        }
    }
}
