package io.earshot.response;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import java.io.Reader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV with a header. */
final class CsvRows implements ImportRows {
    private final Iterator<CsvRecord> records;
    private final ImportHeader header;

    /** @throws Problem 400 if there is no header or it has a column that is not known */
    CsvRows(Reader csv, PublishedVersion asked, ImportRules rules) {
        records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new WithoutByteOrderMark(csv))
                .iterator();
        if (!records.hasNext()) {
            throw Problem.malformed("The file is empty; its first line must name the columns.");
        }
        header = new ImportHeader(records.next().getFields(), asked.content(), rules);
    }

    @Override
    public @Nullable ImportedRow next() {
        if (!records.hasNext()) {
            return null;
        }
        CsvRecord record = records.next();
        return header.row(record.getStartingLineNumber(), record.getFields());
    }
}
