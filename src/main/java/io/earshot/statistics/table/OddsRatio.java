package io.earshot.statistics.table;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * Odds and risk of the first column in the first row against the second row, with Wald's intervals on the logarithm.
 *
 * @param odds             a d / (b c); infinite if b or c is 0
 * @param oddsInterval     undefined if a cell is 0
 * @param logStandardError of the log odds ratio: √(1/a + 1/b + 1/c + 1/d); infinite if a cell is 0
 * @param risk             (a / (a + b)) / (c / (c + d))
 * @param riskInterval     undefined if a or c is 0
 */
public record OddsRatio(
        double odds,
        Outcome<Interval> oddsInterval,
        double logStandardError,
        double risk,
        Outcome<Interval> riskInterval) {

    /**
     * Undefined if a row is empty, or a column is so that both odds are 0 or infinite.
     *
     * @throws IllegalArgumentException if the table is not 2 by 2
     */
    public static Outcome<OddsRatio> of(CountTable table, double confidence) {
        if (table.rows() != 2 || table.columns() != 2) {
            throw new IllegalArgumentException(
                    "an odds ratio needs a 2 by 2 table: %d by %d".formatted(table.rows(), table.columns()));
        }
        double a = table.count(0, 0);
        double b = table.count(0, 1);
        double c = table.count(1, 0);
        double d = table.count(1, 1);
        if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a row or a column of the table is empty");
        }
        double odds = a * d / b / c;
        double error = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        double risk = a / (a + b) / (c / (c + d));
        double riskError = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
        return Outcome.of(new OddsRatio(
                odds, interval(odds, error, confidence), error, risk, interval(risk, riskError, confidence)));
    }

    private static Outcome<Interval> interval(double ratio, double error, double confidence) {
        if (!(ratio > 0) || Double.isInfinite(ratio) || Double.isInfinite(error)) {
            return Outcome.undefined(
                    Reason.SEPARATION, "a cell of the table is 0, so the ratio %s has no interval", ratio);
        }
        double half = Normal.reach(confidence) * error;
        double log = Math.log(ratio);
        return Outcome.of(new Interval(ratio, Math.exp(log - half), Math.exp(log + half), confidence));
    }
}
