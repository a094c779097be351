package io.earshot.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON, as an export has them. A line that is no object is refused by itself. */
final class NdjsonRows implements ImportRows {
    private final Lines lines;
    private final ImportLine reading;

    NdjsonRows(Reader ndjson, ImportLine reading) {
        this.lines = new Lines(new WithoutByteOrderMark(ndjson));
        this.reading = reading;
    }

    @Override
    public @Nullable ImportedRow next() throws IOException {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    private ImportedRow row(String line) {
        ObjectNode object;
        try {
            object = ResponseJson.object(line);
        } catch (Problem notAnObject) {
            ImportedRow row = new ImportedRow(lines.number());
            row.cells.put("line", line);
            row.faults.add(new Fault("", "not-json", "The line is not one JSON object: " + notAnObject.detail()));
            return row;
        }
        return reading.row(lines.number(), object);
    }
}
