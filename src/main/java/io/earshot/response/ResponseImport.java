package io.earshot.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.earshot.device.CapturePolicies;
import io.earshot.device.Catalogue;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes in answers that were collected elsewhere, from CSV with a header or from NDJSON. The file is read as it comes and
 * its rows are stored together when it has ended, or not at all.
 */
@Singleton
public final class ResponseImport {
    private final Database database;
    private final Catalogue catalogue;
    private final CapturePolicies policies;
    private final Anonymity anonymity;
    private final Clock clock;

    ResponseImport(Database database, Catalogue catalogue, CapturePolicies policies, Anonymity anonymity, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.policies = policies;
        this.anonymity = anonymity;
        this.clock = clock;
    }

    /** What a file is. */
    enum Kind {
        CSV,
        NDJSON
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
        return run(workspace, asked, Kind.CSV, csv);
    }

    /** The same of either kind. */
    ImportResult run(UUID workspace, PublishedVersion asked, Kind kind, Reader file) {
        return database.inTransaction(connection -> run(connection, workspace, asked, kind, file, ImportWatch.NOBODY));
    }

    /** The same within the caller's transaction. */
    ImportResult run(
            Connection connection, UUID workspace, PublishedVersion asked, Kind kind, Reader file, ImportWatch watch)
            throws SQLException {
        try {
            ImportRules rules = rules(workspace, asked);
            ImportRows rows =
                    switch (kind) {
                        case CSV -> new CsvRows(file, asked, rules);
                        case NDJSON -> new NdjsonRows(file, new ImportLine(asked, rules));
                    };
            ImportBatch batch = batch(connection, workspace, asked, rules, watch);
            for (ImportedRow row = rows.next(); row != null; row = rows.next()) {
                batch.add(row);
            }
            return batch.finish();
        } catch (CsvParseException e) {
            throw notCsv(e);
        } catch (CharacterCodingException e) {
            throw notText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
     * @param kept column to cell, or the line of an NDJSON
     * @throws Problem 400 if a column is not known, 422 if the questionnaire does not allow the row
     */
    ImportedRow row(UUID workspace, PublishedVersion asked, ObjectNode kept) {
        ImportRules rules = rules(workspace, asked);
        ImportedRow row =
                kept.path("answers").isObject() ? new ImportLine(asked, rules).row(0, kept) : cells(asked, rules, kept);
        refuse(row.faults);
        database.inTransaction(connection -> {
            ImportBatch batch = batch(connection, workspace, asked, rules, ImportWatch.NOBODY);
            batch.add(row);
            ImportResult result = batch.finish();
            // Refused only now if the id is taken; the exception takes back what was kept in quarantine for it.
            refuse(result.errors().stream()
                    .map(error -> new Fault(error.pointer(), error.code(), error.detail()))
                    .toList());
            return result;
        });
        return row;
    }

    private static ImportedRow cells(PublishedVersion asked, ImportRules rules, ObjectNode cells) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        cells.properties().forEach(cell -> {
            names.add(cell.getKey());
            values.add(cell.getValue().isNull() ? "" : cell.getValue().asText());
        });
        return new ImportHeader(names, asked.content(), rules).row(0, values);
    }

    private ImportRules rules(UUID workspace, PublishedVersion asked) {
        return ImportRules.of(
                catalogue, anonymity.policy(policies.of(workspace, null), workspace, asked.questionnaire()));
    }

    private ImportBatch batch(
            Connection connection, UUID workspace, PublishedVersion asked, ImportRules rules, ImportWatch watch)
            throws SQLException {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ImportBatch(
                connection,
                workspace,
                asked.questionnaire(),
                asked.version(),
                rules.anonymous() ? Anonymity.day(receivedAt) : receivedAt,
                rules.anonymous(),
                watch);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("invalid-row", "The questionnaire does not allow this row", faults);
        }
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
