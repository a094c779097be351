package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of codes into columns: a head with the variables' names and perhaps {@code id}, {@code respondent},
 * {@code language}, {@code started_at} and {@code submitted_at} (ISO 8601 with a zone), one row per response, an empty cell for no answer, the codes of a multiple response joined by {@code ;}.
 */
public final class CsvDataset {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CsvDataset() {}

    /** @throws IllegalArgumentException if a cell is not what its variable allows */
    public static Extract read(Reader csv, Questionnaire questionnaire) throws IOException {
        Map<Variable, AnswerColumn> answers = new LinkedHashMap<>();
        questionnaire.variables().forEach(variable -> answers.put(variable, AnswerColumn.of(variable)));
        Supplement supplement = new Supplement(questionnaire);
        Identity identity = new Identity();
        int rows = 0;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                identity.add(
                        cell(row, "id"),
                        cell(row, "respondent"),
                        time(row, "started_at"),
                        time(row, "submitted_at"),
                        cell(row, "language"),
                        "complete");
                ObjectNode given = JSON.objectNode();
                for (Variable variable : answers.keySet()) {
                    String cell = cell(row, variable.name());
                    if (cell != null) {
                        given.set(variable.name(), answer(variable, cell));
                    }
                }
                Map<String, JsonNode> all = supplement.to(given);
                answers.forEach((variable, column) -> {
                    JsonNode answer = all.get(variable.name());
                    if (answer == null) {
                        column.addMissing(Missing.NO_ANSWER);
                    } else {
                        column.add(answer);
                    }
                });
                rows++;
            }
        }
        List<Column> columns = answers.values().stream()
                .flatMap(column -> column.build().stream())
                .toList();
        return new Extract(identity.build(), new Dataset(rows, columns), List.of());
    }

    private static @Nullable String cell(NamedCsvRecord row, String name) {
        return row.findField(name).filter(cell -> !cell.isEmpty()).orElse(null);
    }

    private static @Nullable Instant time(NamedCsvRecord row, String name) {
        String cell = cell(row, name);
        return cell == null ? null : Instant.parse(cell);
    }

    private static JsonNode answer(Variable variable, String cell) {
        if (variable.shape() != Variable.Shape.ONE) {
            return Arrays.stream(cell.split(";"))
                    .collect(JSON::arrayNode, (array, code) -> array.add(code), (one, other) -> one.addAll(other));
        }
        return variable.format() == Variable.Format.NUMBER
                ? JSON.numberNode(new BigDecimal(cell))
                : JSON.textNode(cell);
    }
}
