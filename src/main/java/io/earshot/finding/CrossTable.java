package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.statistics.Crosstab;
import io.earshot.statistics.survey.WeightedCrosstab;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Two questions against each other.
 *
 * @param base     responses with both answers
 * @param crosstab counts of responses; its test is undefined if there are weights
 * @param weighted the same by weight with its test; empty without weights
 * @param shownFrom columns of a smaller (effective) base have no shares, and tests are of the others
 */
public record CrossTable(
        Subject rows,
        Subject columns,
        Base base,
        Crosstab crosstab,
        Optional<WeightedCrosstab> weighted,
        long shownFrom)
        implements Finding {
    public CrossTable {
        requireNonNull(rows, "rows");
        requireNonNull(columns, "columns");
        requireNonNull(base, "base");
        requireNonNull(crosstab, "crosstab");
        requireNonNull(weighted, "weighted");
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

    /** Each column's sum of weights; its total without weights. */
    @JsonProperty
    public List<Double> columnWeights() {
        return IntStream.range(0, crosstab.columnCodes().size())
                .mapToObj(this::column)
                .toList();
    }

    /** Each cell's share of its column by {@link #columnWeights}, in [0, 1], row by row; empty in a column of nobody or that is suppressed. */
    @JsonProperty
    public List<List<OptionalDouble>> columnShares() {
        return IntStream.range(0, crosstab.rowCodes().size())
                .mapToObj(row -> IntStream.range(0, crosstab.columnCodes().size())
                        .mapToObj(column ->
                                suppressed(column) ? OptionalDouble.empty() : ratio(cell(row, column), column(column)))
                        .toList())
                .toList();
    }

    /** Each row's share of the whole table, in [0, 1]; empty if the table is. */
    @JsonProperty
    public List<OptionalDouble> totalShares() {
        double whole = columnWeights().stream().mapToDouble(sum -> sum).sum();
        return IntStream.range(0, crosstab.rowCodes().size())
                .mapToObj(row -> ratio(
                        IntStream.range(0, crosstab.columnCodes().size())
                                .mapToDouble(column -> cell(row, column))
                                .sum(),
                        whole))
                .toList();
    }

    /** Whether somebody is in a column, but so few that their shares say nothing. */
    public boolean suppressed(int column) {
        long people = crosstab.columnTotal(column);
        return people > 0
                && weighted.map(table -> table.effective().get(column)).orElse((double) people) < shownFrom;
    }

    /** The same table with other tests. */
    public CrossTable with(Crosstab otherCrosstab, Optional<WeightedCrosstab> otherWeighted) {
        return new CrossTable(rows, columns, base, otherCrosstab, otherWeighted, shownFrom);
    }

    private double cell(int row, int column) {
        return weighted.map(table -> table.sums().get(row).get(column))
                .orElseGet(() -> (double) crosstab.count(row, column));
    }

    private double column(int column) {
        return IntStream.range(0, crosstab.rowCodes().size())
                .mapToDouble(row -> cell(row, column))
                .sum();
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.crosstab(this);
    }
}
