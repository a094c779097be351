package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of codes into columns: a head with the variables' names and perhaps {@code id}, {@code respondent} and
 * {@code language}, one row per response, an empty cell for no answer, the codes of a multiple response joined by {@code ;}.
 */
public final class CsvDataset {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CsvDataset() {}

    /** @throws IllegalArgumentException if a cell is not what its variable allows */
    public static Extract read(Reader csv, Questionnaire questionnaire) throws IOException {
        Map<Variable, AnswerColumn> answers = new LinkedHashMap<>();
        questionnaire.variables().forEach(variable -> answers.put(variable, AnswerColumn.of(variable)));
        Identity identity = new Identity();
        int rows = 0;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                identity.add(cell(row, "id"), cell(row, "respondent"), null, null, cell(row, "language"), "complete");
                answers.forEach((variable, column) -> {
                    String cell = cell(row, variable.name());
                    if (cell == null) {
                        column.addMissing(Missing.NO_ANSWER);
                    } else {
                        column.add(answer(variable, cell));
                    }
                });
                rows++;
            }
        }
        List<Column> columns =
                answers.values().stream().map(AnswerColumn::build).toList();
        return new Extract(identity.build(), new Dataset(rows, columns), List.of());
    }

    private static @Nullable String cell(NamedCsvRecord row, String name) {
        return row.findField(name).filter(cell -> !cell.isEmpty()).orElse(null);
    }

    private static JsonNode answer(Variable variable, String cell) {
        if (variable.shape() != Variable.Shape.ONE) {
            return Arrays.stream(cell.split(";"))
                    .collect(JSON::arrayNode, (array, code) -> array.add(code), (one, other) -> one.addAll(other));
        }
        return switch (variable.measure()) {
            case SCALE -> JSON.numberNode(new BigDecimal(cell));
            case NOMINAL, ORDINAL, TEXT, DATE -> JSON.textNode(cell);
        };
    }
}
