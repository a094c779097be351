package io.earshot.dataset;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where finished ranges of responses are kept as files, so that the next report reads only what is new. */
@Singleton
final class ColumnFolder {
    private final ColumnSettings settings;

    ColumnFolder(ColumnSettings settings) {
        this.settings = settings;
    }

    /** How many responses a range has at most. */
    int rows() {
        return settings.rows();
    }

    Path path() {
        return settings.folder();
    }

    KeptRanges of(Connection connection, ResponseDataset.Selection selection) throws SQLException {
        String kind = String.join("-", selection.statuses()) + (selection.flags() ? "-flags" : "");
        String of = String.join(
                " ",
                DatabaseHistory.of(connection),
                selection.workspace().toString(),
                selection.questionnaire().toString(),
                Integer.toString(selection.version()),
                Integer.toString(selection.asked()),
                kind);
        Path folder = settings.folder()
                .resolve(selection.questionnaire().toString())
                .resolve(selection.version() + "-" + selection.asked() + "-" + kind);
        return new KeptRanges(folder, of);
    }
}
