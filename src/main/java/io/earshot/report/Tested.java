package io.earshot.report;

import io.earshot.finding.ColumnTest;
import io.earshot.statistics.Outcome;
import java.util.OptionalDouble;

/**
 * Two columns compared, the first less the second, by their places in a block.
 *
 * @param outcome undefined where a base is too small or nothing varies
 */
record Tested(int first, int second, ColumnTest test, Outcome<Result> outcome) {
    /**
     * @param statistic     z or t
     * @param df            degrees of freedom; empty for z
     * @param standardError of the difference for its interval; NaN where it is not known
     */
    record Result(double statistic, OptionalDouble df, double p, double standardError) {}
}
