package io.earshot.workbook;

import java.util.List;

/**
 * What a module's findings look like: a sheet of the workbook, a chapter of the summary.
 *
 * @param topic the key of its words: name and {@code .shows}
 * @param note  what holds for all of it, under its name
 */
record Exhibit(String topic, String note, List<Grid> grids) {
    Exhibit {
        grids = List.copyOf(grids);
    }
}
