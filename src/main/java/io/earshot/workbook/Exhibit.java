package io.earshot.workbook;

import java.util.List;

/**
 * What a module's findings look like: a sheet of the workbook, a chapter of the summary.
 *
 * @param topic  the key of its words: name, {@code .shows}, {@code .note}
 */
record Exhibit(String topic, List<Grid> grids) {
    Exhibit {
        grids = List.copyOf(grids);
    }
}
