package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.Estimate;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Takes out of a table what rests on so few answers that it says nothing: of such a column its base alone is left, and tests are of the other
 * columns. That is about noise and not about people, which is {@link SmallGroups}: nobody is hindered from working it out by subtraction.
 */
final class SmallBases {
    private SmallBases() {}

    /** The table without the figures of columns whose base is below the one that it {@linkplain BannerTable#shownFrom shows from}. */
    static BannerTable suppressed(BannerTable table) {
        List<Column> columns = table.columns();
        if (columns.stream().noneMatch(table::suppresses)) {
            return table;
        }
        List<BannerTable.Line> lines = new ArrayList<>();
        for (BannerTable.Line line : table.lines()) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(
                        table.suppresses(columns.get(i))
                                ? suppressed(columns.get(i), table.shownFrom())
                                : line.cells().get(i));
            }
            lines.add(new BannerTable.Line(line.kind(), line.code(), line.label(), cells));
        }
        return table.with(table.blocks(), lines);
    }

    /** In place of a test that has too few columns left. */
    static <T> Outcome<T> fewerThanTwo(long shownFrom) {
        return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "fewer than two columns have a base of %d", shownFrom);
    }

    /** Counts by row and column without some of the columns. */
    static long[][] without(long[][] counts, BitSet columns) {
        return Arrays.stream(counts)
                .map(line -> IntStream.range(0, line.length)
                        .filter(column -> !columns.get(column))
                        .mapToLong(column -> line[column])
                        .toArray())
                .toArray(long[][]::new);
    }

    /** Weights, one a row, as if whoever is in some of the groups had not been drawn. */
    static double[] without(CodedColumn groups, BitSet some, double[] weights) {
        if (some.isEmpty()) {
            return weights;
        }
        double[] others = weights.clone();
        for (int row = 0; row < others.length; row++) {
            Watch.look(row);
            if (!groups.isMissing(row) && some.get(groups.index(row))) {
                others[row] = Double.NaN;
            }
        }
        return others;
    }

    private static Cell suppressed(Column column, long shownFrom) {
        Outcome<Estimate> value =
                Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a base of %.0f is below %d", column.nEffective(), shownFrom);
        return new Cell(OptionalLong.empty(), OptionalDouble.empty(), value, "");
    }
}
