package io.earshot.questionnaire.exchange.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a sheet.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells  by the heading of the column; without those that are empty
 */
record Row(String sheet, int number, Map<String, String> cells) {
    /** The cell under a heading; empty if there is none. */
    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    String where() {
        return sheet + " row " + number;
    }

    /** The same row of cells under their canonical headings. */
    Row under(Map<String, String> canonical) {
        Map<String, String> renamed = new LinkedHashMap<>();
        cells.forEach((heading, value) -> renamed.putIfAbsent(canonical.getOrDefault(heading, heading), value));
        return new Row(sheet, number, renamed);
    }
}
