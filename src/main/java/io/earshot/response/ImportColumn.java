package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.device.Attribute;
import io.earshot.questionnaire.Variable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column of a file is for. */
sealed interface ImportColumn {
    /** Puts a cell into the row or notes what is wrong with it. @param cell not empty */
    void read(String cell, ImportedRow row);

    /** The variable of whose answer it is a part; empty if it stands for itself. */
    default Optional<String> whole() {
        return Optional.empty();
    }

    /** A column of the response itself, such as {@code respondent}. */
    record Field(ImportField field) implements ImportColumn {
        @Override
        public void read(String cell, ImportedRow row) {
            field.read(cell, row);
        }
    }

    /** A variable: a code, a number, a text, or several codes joined by {@code ;}. */
    record Answer(Variable variable, AnswerCell cells) implements ImportColumn {
        Answer(Variable variable) {
            this(variable, AnswerCell.of(variable));
        }

        @Override
        public void read(String cell, ImportedRow row) {
            JsonNode answer = cells.read(cell);
            if (answer != null) {
                row.answers.put(variable.name(), answer);
            }
        }
    }

    /** One option of a multiple response: 1 if it was chosen, 0 if not. */
    record Chosen(String name, Variable variable, String code) implements ImportColumn {
        @Override
        public void read(String cell, ImportedRow row) {
            ArrayNode chosen = (ArrayNode)
                    row.answers.computeIfAbsent(variable.name(), absent -> JsonNodeFactory.instance.arrayNode());
            switch (cell.strip()) {
                case "1", "1.0" -> chosen.add(AnswerCell.code(code));
                case "0", "0.0" -> {}
                default ->
                    row.fault(name, "wrong-type", "The cell must be 1 (chosen), 0 (not chosen) or empty: " + cell);
            }
        }

        @Override
        public Optional<String> whole() {
            return Optional.of(variable.name());
        }
    }

    /** One option of a ranking: its place from 1. */
    record Ranked(String name, Variable variable, String code) implements ImportColumn {
        private static final Pattern PLACE = Pattern.compile("([1-9][0-9]{0,4})(\\.0+)?");

        @Override
        public void read(String cell, ImportedRow row) {
            Matcher place = PLACE.matcher(cell.strip());
            if (!place.matches()) {
                row.fault(name, "wrong-type", "The cell must be the option's place from 1, or empty: " + cell);
            } else if (!row.rank(variable.name(), Integer.parseInt(place.group(1)), AnswerCell.code(code))) {
                row.fault(
                        name, "ranked-twice", "Another option of " + variable.name() + " has the same place: " + cell);
            }
        }

        @Override
        public Optional<String> whole() {
            return Optional.of(variable.name());
        }
    }

    /** What is worked out here and not taken from a file. */
    record Left() implements ImportColumn {
        @Override
        public void read(String cell, ImportedRow row) {}
    }

    /** What is known of the device or the session. */
    record Known(Attribute attribute) implements ImportColumn {
        @Override
        public void read(String cell, ImportedRow row) {
            attribute
                    .type()
                    .parse(cell.strip())
                    .flatMap(attribute::accept)
                    .ifPresentOrElse(
                            value -> row.metadata.put(attribute.name(), value),
                            () -> row.fault(
                                    attribute.name(),
                                    "wrong-type",
                                    "The cell is no " + attribute.type().name().toLowerCase(java.util.Locale.ROOT)
                                            + " that " + attribute.name() + " may hold: " + cell));
        }
    }
}
