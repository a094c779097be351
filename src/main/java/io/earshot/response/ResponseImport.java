package io.earshot.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.earshot.device.Catalogue;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Takes in answers that were collected elsewhere, from CSV with a header. Rows are complete responses. The file is read as
 * it comes and its rows are stored together when it has ended, or not at all.
 */
@Singleton
public final class ResponseImport {
    private final Database database;
    private final Catalogue catalogue;
    private final Clock clock;

    ResponseImport(Database database, Catalogue catalogue, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Stores what the questionnaire allows and keeps the other rows in quarantine. A row without an id gets one of its
     * content and line, one without a respondent a respondent of its own; so the same file again changes nothing, and rows
     * that may move within the file need ids. Not to be called within a transaction.
     *
     * @param csv comma separated with a header; the caller closes it
     * @throws Problem 400 if a column is not known or the text is not CSV; nothing is stored then
     */
    public ImportResult run(UUID workspace, PublishedVersion asked, Reader csv) {
        Instant receivedAt = receivedAt();
        try {
            return database.inTransaction(connection -> {
                Iterator<CsvRecord> records = CsvReader.builder()
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(new WithoutByteOrderMark(csv))
                        .iterator();
                if (!records.hasNext()) {
                    throw Problem.malformed("The file is empty; its first line must name the columns.");
                }
                List<String> names = records.next().getFields();
                ImportHeader header = new ImportHeader(names, asked.content(), catalogue);
                ImportBatch batch =
                        new ImportBatch(connection, workspace, asked.questionnaire(), asked.version(), receivedAt);
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    batch.add(header.row(record.getStartingLineNumber(), record.getFields()));
                }
                return batch.finish();
            });
        } catch (CsvParseException e) {
            throw notCsv(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notText();
            }
            throw e;
        }
    }

    /**
     * Stores one row that was refused before.
     *
     * @param cells column to cell
     * @throws Problem 400 if a column is not known, 422 if the questionnaire does not allow the row
     */
    ImportedRow row(UUID workspace, PublishedVersion asked, ObjectNode cells) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        cells.properties().forEach(cell -> {
            names.add(cell.getKey());
            values.add(cell.getValue().isNull() ? "" : cell.getValue().asText());
        });
        ImportedRow row = new ImportHeader(names, asked.content(), catalogue).row(0, values);
        refuse(row);
        database.inTransaction(connection -> {
            ImportBatch batch =
                    new ImportBatch(connection, workspace, asked.questionnaire(), asked.version(), receivedAt());
            batch.add(row);
            ImportResult result = batch.finish();
            // Refused only now if the id is taken; the exception takes back what was kept in quarantine for it.
            refuse(row);
            return result;
        });
        return row;
    }

    private static void refuse(ImportedRow row) {
        if (!row.faults.isEmpty()) {
            throw Problem.unprocessable("invalid-row", "The questionnaire does not allow this row", row.faults);
        }
    }

    private Instant receivedAt() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Problem notCsv(CsvParseException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return notText();
        }
        return Problem.malformed("The body is not CSV, nothing was imported: " + e.getMessage());
    }

    private static Problem notText() {
        return Problem.malformed("The body is not UTF-8, nothing was imported; save the file as UTF-8.");
    }
}
