package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One question by the columns of a banner. The first column is everybody; the others stand in blocks, and only columns of
 * one block are compared with each other.
 *
 * @param wave        whether the columns are waves of the same questions
 * @param weighted    whether shares and means are by weight
 * @param total       everybody
 * @param lines       each with a cell for the total and then for every column, block by block
 * @param adjustment  of the p-values of a line within a block
 * @param alpha       two columns differ if the adjusted p is below this
 * @param secondAlpha below this, and not below alpha, they have small letters; empty if there are none
 * @param minimumBase columns of a smaller (effective) base are flagged and not compared
 * @param shownFrom   of columns of a smaller (effective) base nothing is told but the base
 */
public record BannerTable(
        Subject subject,
        boolean wave,
        boolean weighted,
        Column total,
        List<Block> blocks,
        List<Line> lines,
        Adjustment adjustment,
        double alpha,
        OptionalDouble secondAlpha,
        long minimumBase,
        long shownFrom,
        double confidence)
        implements Finding {
    public BannerTable {
        requireNonNull(subject, "subject");
        requireNonNull(total, "total");
        requireNonNull(adjustment, "adjustment");
        blocks = List.copyOf(blocks);
        lines = List.copyOf(lines);
    }

    /**
     * Columns that are compared with each other.
     *
     * @param title       what tells the columns apart
     * @param within      the group that all of them are part of; empty for everybody
     * @param variables   that the columns come from, the outer ones first; none of waves
     * @param overlapping whether a respondent may be in several columns
     * @param association of the question with the columns that are shown; undefined where there is none to test
     */
    public record Block(
            String title,
            String within,
            List<String> variables,
            boolean overlapping,
            List<Column> columns,
            Outcome<Association> association) {
        public Block {
            variables = List.copyOf(variables);
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param letter     by which cells refer to the column; empty for the total
     * @param n          respondents with an answer, unweighted
     * @param weighted   the sum of their weights
     * @param nEffective (Σw)² / Σw²
     * @param low        whether the effective base is below the minimum
     * @param hidden     whether nothing else is told of it: so few people that one could tell who they are, or whom it
     *     would let tell by subtraction
     */
    public record Column(
            String letter,
            String code,
            String label,
            long n,
            double weighted,
            double nEffective,
            boolean low,
            boolean hidden) {
        public Column(
                String letter, String code, String label, long n, double weighted, double nEffective, boolean low) {
            this(letter, code, label, n, weighted, nEffective, low, false);
        }

        /** Whether somebody answered in it, but so few that their figures say nothing. */
        public boolean isSuppressedBelow(long shownFrom) {
            return n > 0 && nEffective < shownFrom;
        }

        public Column inHiding() {
            return new Column(letter, code, label, n, weighted, nEffective, low, true);
        }
    }

    /**
     * Pearson's chi-square, or Rao and Scott's F of weighted data.
     *
     * @param denominator degrees of freedom of F; empty for chi-square
     * @param cramersV    of the unweighted, or of the weighted table
     * @param small       whether expected counts are too small for the p to be relied on (unweighted only)
     * @param leftOut     how many columns it is not about because their base is too small to be shown
     */
    public record Association(
            String test,
            double statistic,
            double df,
            OptionalDouble denominator,
            double p,
            double cramersV,
            boolean small,
            int leftOut) {}

    /** @param code of the answer; empty for what is of several answers */
    public record Line(LineKind kind, String code, String label, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param count    respondents counted, unweighted; the base for means; empty in what is hidden or suppressed
     * @param weighted the sum of their weights; empty in what is hidden or suppressed
     * @param value    a share in [0, 1], a mean, a deviation or a score; undefined for an empty column, and in what is hidden
     *     or suppressed
     * @param letters  the columns of the block whose value this one significantly exceeds: capitals at alpha, small ones at
     *     the second alpha
     */
    public record Cell(OptionalLong count, OptionalDouble weighted, Outcome<Estimate> value, String letters) {
        public Cell(long count, double weighted, Outcome<Estimate> value, String letters) {
            this(OptionalLong.of(count), OptionalDouble.of(weighted), value, letters);
        }

        /** Whether so few people stand behind it that it is kept from sight. */
        @JsonIgnore
        public boolean isHidden() {
            return count.isEmpty() && isAboutTooFewPeople();
        }

        /** Whether it rests on so few answers that it says nothing. */
        @JsonIgnore
        public boolean isSuppressed() {
            return count.isEmpty() && !isAboutTooFewPeople();
        }

        private boolean isAboutTooFewPeople() {
            return value.cases(estimate -> false, undefined -> undefined.reason() == Reason.TOO_FEW_PEOPLE);
        }
    }

    /** All columns, the total first. */
    @JsonProperty
    public List<Column> columns() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(total), blocks.stream().flatMap(block -> block.columns().stream()))
                .toList();
    }

    /** Whether anything is kept from sight. */
    public boolean hidesAny() {
        return lines.stream().flatMap(line -> line.cells().stream()).anyMatch(Cell::isHidden);
    }

    /** Whether any column's base is so small that nothing else is told of it. */
    public boolean suppressesAny() {
        return lines.stream().flatMap(line -> line.cells().stream()).anyMatch(Cell::isSuppressed);
    }

    /** Whether somebody answered in a column, but so few that their figures say nothing. */
    public boolean suppresses(Column column) {
        return column.isSuppressedBelow(shownFrom);
    }

    /** The same table with other blocks of as many columns and other lines. */
    public BannerTable with(List<Block> otherBlocks, List<Line> otherLines) {
        return new BannerTable(
                subject,
                wave,
                weighted,
                total,
                otherBlocks,
                otherLines,
                adjustment,
                alpha,
                secondAlpha,
                minimumBase,
                shownFrom,
                confidence);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.bannerTable(this);
    }
}
