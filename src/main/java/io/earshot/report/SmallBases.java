package io.earshot.report;

import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.Estimate;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Takes out of a table what rests on so few answers that it says nothing: of such a column its base alone is left. That is about noise and
 * not about people, which is {@link SmallGroups}: nobody is hindered from working it out by subtraction.
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

    private static Cell suppressed(Column column, long shownFrom) {
        Outcome<Estimate> value =
                Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a base of %.0f is below %d", column.nEffective(), shownFrom);
        return new Cell(OptionalLong.empty(), OptionalDouble.empty(), value, "");
    }
}
