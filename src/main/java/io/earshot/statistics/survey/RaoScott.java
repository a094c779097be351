package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.SymmetricInverse;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether two coded variables are related in the population, with Pearson's chi-square corrected for the design. R:
 * {@code svychisq}.
 *
 * @param n             rows with both codes
 * @param excluded      rows drawn that lack one
 * @param nEffective    (Σw)² / Σw² of the rows with both
 * @param counts        sums of weights by row and column code in use
 * @param chiSquare     Pearson's, of the weighted shares times n
 * @param f             second order correction: chiSquare / Σ of design effects
 * @param numeratorDf   (Σδ)² / Σδ² of the generalised design effects δ; not a whole number
 * @param denominatorDf numeratorDf · (sampling units - strata), units of weight 0 included
 * @param p             of f; the one to give
 * @param firstOrderP   of chiSquare / mean design effect
 * @param wald          F of the Wald statistic; undefined if a cell doesn't vary
 * @see <a href="https://doi.org/10.1214/aos/1176346391">Rao and Scott (1984), Annals of Statistics 12, 46-60</a>
 */
public record RaoScott(
        int n,
        int excluded,
        double nEffective,
        List<String> rowCodes,
        List<String> columnCodes,
        double[][] counts,
        double chiSquare,
        double f,
        double numeratorDf,
        double denominatorDf,
        double p,
        double firstOrderP,
        Outcome<Wald> wald) {
    /** The Wald test of no relation; unreliable with many cells and few sampling units. */
    public record Wald(double f, double p) {}

    /**
     * Of rows drawn one by one with these weights, NaN where missing; only rows with both codes count as drawn.
     *
     * @see #of
     */
    public static Outcome<RaoScott> weighted(CodedColumn row, CodedColumn column, double[] weights) {
        double[] known = weights.clone();
        for (int i = 0; i < known.length; i++) {
            known[i] = row.isMissing(i) || column.isMissing(i) ? Double.NaN : known[i];
        }
        return of(SurveyDesign.of(known), row, column);
    }

    /** Undefined with fewer than two codes in use on a side, or fewer sampling units than strata + 1. */
    public static Outcome<RaoScott> of(SurveyDesign design, CodedColumn row, CodedColumn column) {
        WeightedTable table = WeightedTable.of(design, row, column);
        int rows = table.rowCodes().length;
        int columns = table.columnCodes().length;
        int df = design.degreesOfFreedomDrawn();
        if (rows < 2 || columns < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "a test of independence needs two categories in use on both sides: %d by %d",
                    rows,
                    columns);
        }
        if (df < 1) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "the design has no degrees of freedom: %d", df);
        }
        return DesignEffects.of(table).map(effects -> {
            double chiSquare = table.chiSquare();
            double f = chiSquare / effects.trace();
            double numerator = effects.trace() * effects.trace() / effects.traceOfSquare();
            double denominator = numerator * df;
            int cells = (rows - 1) * (columns - 1);
            return new RaoScott(
                    table.n(),
                    design.drawn() - table.n(),
                    table.design().nEffective(),
                    IntStream.of(table.rowCodes()).mapToObj(row.codes()::get).toList(),
                    IntStream.of(table.columnCodes())
                            .mapToObj(column.codes()::get)
                            .toList(),
                    table.counts(),
                    chiSquare,
                    f,
                    numerator,
                    denominator,
                    FDistribution.of(numerator, denominator).survivalProbability(f),
                    ChiSquaredDistribution.of(cells).survivalProbability(chiSquare / (effects.trace() / cells)),
                    wald(table, df));
        });
    }

    private static Outcome<Wald> wald(WeightedTable table, int df) {
        int rows = table.rowCodes().length;
        int columns = table.columnCodes().length;
        double[] excess = new double[(rows - 1) * (columns - 1)];
        double[][] influences = new double[excess.length][];
        for (int i = 1; i < rows; i++) {
            for (int j = 1; j < columns; j++) {
                int place = (i - 1) * (columns - 1) + j - 1;
                excess[place] = table.excess(i, j);
                influences[place] = table.excessInfluence(i, j);
            }
        }
        return SymmetricInverse.of(table.design().covariance(influences)).map(inverse -> {
            double sum = 0;
            double[] solved = inverse.times(excess);
            for (int k = 0; k < excess.length; k++) {
                sum += excess[k] * solved[k];
            }
            double f = sum / excess.length;
            return new Wald(f, FDistribution.of(excess.length, df).survivalProbability(f));
        });
    }
}
