package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.statistics.Crosstab;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Two questions against each other. */
public record CrossTable(Subject rows, Subject columns, Crosstab crosstab) implements Finding {
    public CrossTable {
        requireNonNull(rows, "rows");
        requireNonNull(columns, "columns");
        requireNonNull(crosstab, "crosstab");
    }

    @JsonProperty
    public List<Long> rowTotals() {
        return IntStream.range(0, crosstab.rowCodes().size())
                .mapToObj(crosstab::rowTotal)
                .toList();
    }

    @JsonProperty
    public List<Long> columnTotals() {
        return IntStream.range(0, crosstab.columnCodes().size())
                .mapToObj(crosstab::columnTotal)
                .toList();
    }

    /** Each cell's share of its column, in [0, 1], row by row; empty in a column that nobody is in. */
    @JsonProperty
    public List<List<OptionalDouble>> columnShares() {
        return IntStream.range(0, crosstab.rowCodes().size())
                .mapToObj(row -> IntStream.range(0, crosstab.columnCodes().size())
                        .mapToObj(column -> crosstab.columnShare(row, column))
                        .toList())
                .toList();
    }

    /** Each row's share of the whole table, in [0, 1]; empty if the table is. */
    @JsonProperty
    public List<OptionalDouble> totalShares() {
        return rowTotals().stream()
                .map(total ->
                        crosstab.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) total / crosstab.n()))
                .toList();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.crosstab(this);
    }
}
