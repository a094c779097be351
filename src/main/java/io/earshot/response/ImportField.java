package io.earshot.response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a file that are no variables. */
enum ImportField {
    ID("id") {
        @Override
        void read(String cell, ImportedRow row) {
            Fields.parsedId(cell.strip())
                    .ifPresentOrElse(
                            id -> row.id = id,
                            () -> row.fault(column, "wrong-type", "The id must be a UUID or empty: " + cell));
        }
    },
    RESPONDENT("respondent") {
        @Override
        void read(String cell, ImportedRow row) {
            if (cell.length() > LONGEST || !Unstorable.isStorable(cell)) {
                row.fault(column, "wrong-type", "The respondent must be a text of at most " + LONGEST + " characters.");
            }
            row.respondent = cell;
        }
    },
    LANGUAGE("language") {
        @Override
        void read(String cell, ImportedRow row) {
            if (!cell.strip().matches("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}")) {
                row.fault(column, "wrong-type", "The language must be a BCP 47 tag such as en or fr-CA: " + cell);
            }
            row.language = cell.strip().replace('_', '-');
        }
    },
    STARTED_AT("started_at") {
        @Override
        void read(String cell, ImportedRow row) {
            ImportTimes.parse(cell).ifPresentOrElse(time -> row.startedAt = time, () -> notATime(cell, row));
        }
    },
    SUBMITTED_AT("submitted_at") {
        @Override
        void read(String cell, ImportedRow row) {
            ImportTimes.parse(cell).ifPresentOrElse(time -> row.submittedAt = time, () -> notATime(cell, row));
        }
    },
    STATUS("status") {
        @Override
        void read(String cell, ImportedRow row) {
            ResponseStatus.of(cell.strip())
                    .ifPresentOrElse(
                            status -> row.status = status,
                            () -> row.fault(column, "wrong-type", "The status must be complete or partial: " + cell));
        }
    },
    TEST("test") {
        @Override
        void read(String cell, ImportedRow row) {
            switch (cell.strip()) {
                case "true" -> row.test = true;
                case "false" -> row.test = false;
                default -> row.fault(column, "wrong-type", "The cell must be true or false: " + cell);
            }
        }
    };

    /** They come before variables of the same name. */
    static final List<ImportField> FIRST = List.of(ID, RESPONDENT, LANGUAGE, STARTED_AT, SUBMITTED_AT);

    /** They come after variables of the same name. */
    static final List<ImportField> LAST = List.of(STATUS, TEST);

    private static final int LONGEST = 256;

    final String column;

    ImportField(String column) {
        this.column = column;
    }

    abstract void read(String cell, ImportedRow row);

    void notATime(String cell, ImportedRow row) {
        row.fault(column, "wrong-type", "The cell must be a time such as 2026-11-22T09:30:00Z: " + cell);
    }

    static Optional<ImportField> of(String column) {
        return Stream.of(values()).filter(field -> field.column.equals(column)).findFirst();
    }
}
