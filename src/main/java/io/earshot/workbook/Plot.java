package io.earshot.workbook;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A chart of a {@link Grid}'s cells.
 *
 * @param description the alternative text for those who don't see it
 * @param labels      the column of categories; of curves, of the abscissa; of points, of the number that stands beside one whose
 *                    name has no room, and 0 if there is none
 * @param series      the columns drawn
 * @param format      of the values
 * @param across      what the abscissa shows; empty if that is plain
 * @param up          what the ordinate shows
 */
record Plot(
        Shape shape,
        String title,
        String description,
        int labels,
        List<Integer> series,
        Format format,
        String across,
        String up) {
    enum Shape {
        /** A horizontal bar for each row, of one column. */
        BARS,
        /** Each row's columns put end to end, as parts of a whole. */
        STACKED,
        /** A line for each column over the rows as categories. */
        TREND,
        /** A line for each column over the numbers of the column of labels. */
        CURVES,
        /** A point for each row, named by its first cell: the first column across, the second up. */
        POINTS,
        /** The same on a map of four quarters: from -1 to 0 across, from 0 to 1 up. */
        QUARTERS
    }

    private static final double HALF = 0.5;

    Plot {
        series = List.copyOf(series);
    }

    /** What stands for a point's name where that has no room; empty if there is nothing. */
    String number(Grid.Row row) {
        return labels > 0 && row.cell(labels) instanceof Double number ? String.valueOf(number.intValue()) : "";
    }

    /** What the abscissa of points shows, for the values there are. */
    Span wide(DoubleStream values) {
        return shape == Shape.QUARTERS ? new Span(-1, 0, HALF) : Span.around(values);
    }

    /** What the ordinate of points shows, for the values there are. */
    Span high(DoubleStream values) {
        return shape == Shape.QUARTERS ? new Span(0, 1, HALF) : Span.around(values);
    }

    static Plot bars(String title, String description, int column, Format format) {
        return new Plot(Shape.BARS, title, description, 0, List.of(column), format, "", "");
    }
}
