package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.Variable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One column of a table of responses. */
sealed interface ExportColumn {
    String name();

    /** Writes exactly one cell. */
    void write(ExportedRow row, Cells cells);

    /** What a response is, besides its answers. */
    record Field(String name, BiConsumer<StoredResponse, Cells> cell) implements ExportColumn {
        @Override
        public void write(ExportedRow row, Cells cells) {
            cell.accept(row.response(), cells);
        }
    }

    /** A variable: its value, or of a set its values joined by {@code ;}. @param labels code to label; empty to keep codes */
    record Answer(String name, Variable.Format format, Map<String, String> labels) implements ExportColumn {
        public Answer {
            labels = Map.copyOf(labels);
        }

        @Override
        public void write(ExportedRow row, Cells cells) {
            JsonNode answer = row.answers().path(name);
            if (answer.isArray()) {
                StringJoiner joined = new StringJoiner(";");
                answer.forEach(item -> joined.add(labels.getOrDefault(item.asText(), item.asText())));
                cells.text(joined.toString());
                return;
            }
            String label = labels.get(answer.asText());
            if (label != null) {
                cells.text(label);
            } else {
                value(answer, format, cells);
            }
        }
    }

    /** One option of a multiple response: 1 if chosen, 0 if not, empty if the question has no answer. */
    record Chosen(String name, String variable, String code) implements ExportColumn {
        @Override
        public void write(ExportedRow row, Cells cells) {
            JsonNode answer = row.answers().path(variable);
            if (answer.isArray()) {
                cells.number(place(answer, code) > 0 ? BigDecimal.ONE : BigDecimal.ZERO);
            } else {
                cells.nothing();
            }
        }
    }

    /** One option of a ranking: its rank from 1, empty if it has none. */
    record Ranked(String name, String variable, String code) implements ExportColumn {
        @Override
        public void write(ExportedRow row, Cells cells) {
            int place = place(row.answers().path(variable), code);
            if (place > 0) {
                cells.number(BigDecimal.valueOf(place));
            } else {
                cells.nothing();
            }
        }
    }

    /** What is known of the device or the session; a list's items are joined by {@code ;}. */
    record Attribute(String name) implements ExportColumn {
        @Override
        public void write(ExportedRow row, Cells cells) {
            JsonNode value = row.context().path(name);
            if (value.isArray()) {
                StringJoiner joined = new StringJoiner(";");
                value.forEach(item -> joined.add(item.asText()));
                cells.text(joined.toString());
            } else {
                value(value, Variable.Format.TEXT, cells);
            }
        }
    }

    private static int place(JsonNode answer, String code) {
        for (int i = 0; i < answer.size(); i++) {
            if (answer.get(i).asText().equals(code)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static void value(@Nullable JsonNode value, Variable.Format format, Cells cells) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            cells.nothing();
        } else if (value.isNumber()) {
            cells.number(value.decimalValue());
        } else if (value.isContainerNode()) {
            cells.text(value.toString());
        } else {
            words(value.asText(), format, cells);
        }
    }

    private static void words(String words, Variable.Format format, Cells cells) {
        try {
            switch (format) {
                case DATE -> cells.date(LocalDate.parse(words));
                case TIME -> cells.timeOfDay(LocalTime.parse(words));
                case CODE, NUMBER, TEXT, FILE -> cells.text(words);
            }
        } catch (DateTimeException notOne) {
            // The name once stood for another kind of question.
            cells.text(words);
        }
    }
}
