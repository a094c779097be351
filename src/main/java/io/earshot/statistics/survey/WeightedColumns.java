package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighted shares of a banner's columns and which of them differ. Rows of weight 0 are left out first.
 *
 * @param n        rows with both codes and a weight above 0
 * @param excluded all other rows
 * @param columns each code of the column variable with its bases
 * @param rows    each code of the row variable with its share in every column and the tests of all pairs of columns
 */
public record WeightedColumns(long n, long excluded, List<Column> columns, List<Row> rows) {

    /**
     * @param n          unweighted base
     * @param weighted   Σ w
     * @param nEffective (Σw)² / Σw²; 0 for an empty column
     */
    public record Column(String code, int n, double weighted, double nEffective) {}

    /** @param shares one a column; undefined where the column is empty */
    public record Row(String code, List<Outcome<Double>> shares, List<Pair> pairs) {
        public Row {
            shares = List.copyOf(shares);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Column {@code a} less column {@code b}, by their places.
     *
     * @param effective  the pooled z test with effective bases in place of bases (Kish)
     * @param linearised difference / √(se_a² + se_b²), both linearised: the better of the two
     */
    public record Pair(int a, int b, Outcome<Test> effective, Outcome<Test> linearised) {}

    /** @param p two-sided, not adjusted for the number of tests */
    public record Test(double z, double p) {
        static Test of(double z) {
            return new Test(z, Normal.twoSided(z));
        }
    }

    /** Sums of weights don't make a whole of all its parts to the last digit. */
    private static final double ROUNDING = 1e-12;

    public WeightedColumns {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param weights one a row, at least 0, NaN where missing */
    public static WeightedColumns of(CodedColumn row, CodedColumn column, double[] weights) {
        double[] known = new double[weights.length];
        for (int i = 0; i < known.length; i++) {
            boolean missing = Double.isNaN(weights[i]) || row.isMissing(i) || column.isMissing(i);
            known[i] = missing || weights[i] == 0 ? Double.NaN : weights[i];
        }
        SurveyDesign design = SurveyDesign.of(known);
        List<SurveyDesign> domains = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int code = 0; code < column.codes().size(); code++) {
            boolean[] inside = new boolean[known.length];
            double squares = 0;
            for (int i = 0; i < known.length; i++) {
                inside[i] = column.index(i) == code;
                squares += inside[i] && known[i] > 0 ? known[i] * known[i] : 0;
            }
            SurveyDesign domain = design.domain(inside);
            double sum = domain.sumOfWeights();
            domains.add(domain);
            columns.add(new Column(column.codes().get(code), domain.n(), sum, sum == 0 ? 0 : sum * sum / squares));
        }
        List<Row> rows = new ArrayList<>();
        for (int code = 0; code < row.codes().size(); code++) {
            double[] chosen = SurveyMean.indicator(row, code);
            List<Outcome<SurveyMean>> means = domains.stream()
                    .map(domain -> SurveyMean.of(domain, chosen, 0.95))
                    .toList();
            List<Outcome<Double>> shares =
                    means.stream().map(mean -> mean.map(SurveyMean::mean)).toList();
            rows.add(new Row(row.codes().get(code), shares, pairs(columns, means)));
        }
        return new WeightedColumns(design.n(), known.length - design.n(), columns, rows);
    }

    private static List<Pair> pairs(List<Column> columns, List<Outcome<SurveyMean>> means) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                Column first = columns.get(a);
                Column second = columns.get(b);
                Outcome<SurveyMean> ofB = means.get(b);
                pairs.add(new Pair(
                        a,
                        b,
                        means.get(a).flatMap(left -> ofB.flatMap(right -> effective(first, second, left, right))),
                        means.get(a).flatMap(left -> ofB.flatMap(right -> linearised(left, right)))));
            }
        }
        return pairs;
    }

    private static Outcome<Test> effective(Column a, Column b, SurveyMean left, SurveyMean right) {
        double pooled =
                (left.mean() * a.nEffective() + right.mean() * b.nEffective()) / (a.nEffective() + b.nEffective());
        double variance = pooled * (1 - pooled) * (1 / a.nEffective() + 1 / b.nEffective());
        return pooled * (1 - pooled) > ROUNDING
                ? Outcome.of(Test.of((left.mean() - right.mean()) / Math.sqrt(variance)))
                : Outcome.undefined(Reason.NO_VARIATION, "all or none chose this in both columns");
    }

    private static Outcome<Test> linearised(SurveyMean left, SurveyMean right) {
        double variance = left.standardError() * left.standardError() + right.standardError() * right.standardError();
        boolean varies = varies(left) || varies(right);
        return varies && variance > 0
                ? Outcome.of(Test.of((left.mean() - right.mean()) / Math.sqrt(variance)))
                : Outcome.undefined(Reason.NO_VARIATION, "all or none chose this in each of the columns");
    }

    private static boolean varies(SurveyMean share) {
        return share.mean() * (1 - share.mean()) > ROUNDING;
    }
}
