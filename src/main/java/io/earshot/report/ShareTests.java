package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.ColumnTest;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.survey.SurveyContrast;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.WeightedColumns;
import io.earshot.statistics.table.ColumnProportions;
import io.earshot.statistics.table.CountTable;
import io.earshot.statistics.table.OverlapDifference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Compares a line's share between the columns of a block, pair by pair; whether bases suffice is for others to say. */
final class ShareTests {
    private final Span span;
    private final Optional<double[]> weights;
    private final GroupCounts counts;
    // Lines of one question have the same table, which is made once.
    private @Nullable List<ColumnProportions.Pair> plain;
    private final Map<CodedColumn, WeightedColumns> weighted = new IdentityHashMap<>();

    /** @param counts of the question by the span, asked only without weights */
    ShareTests(Span span, Optional<double[]> weights, GroupCounts counts) {
        this.span = span;
        this.weights = weights;
        this.counts = counts;
    }

    List<Tested> of(QuestionLines.Share line) {
        Optional<CodedColumn> apart = span.apart();
        if (apart.isEmpty()) {
            return overlapping(line);
        }
        CodedColumn groups = apart.orElseThrow();
        return weights.map(some -> weighted(line, groups, some)).orElseGet(() -> plain(line));
    }

    private List<Tested> plain(QuestionLines.Share line) {
        List<ColumnProportions.Pair> all = line.isOneCode() ? ofCodes() : pairs(counts.table(line));
        return all.stream()
                .filter(pair -> pair.row() == line.place())
                .map(pair -> new Tested(
                        pair.first(),
                        pair.second(),
                        ColumnTest.POOLED_Z,
                        pair.test().map(test -> z(test.z(), test.p(), Double.NaN))))
                .toList();
    }

    private List<ColumnProportions.Pair> ofCodes() {
        List<ColumnProportions.Pair> known = plain;
        if (known == null) {
            known = pairs(counts.table());
            plain = known;
        }
        return known;
    }

    private static List<ColumnProportions.Pair> pairs(long[][] table) {
        return ColumnProportions.of(CountTable.of(table), 0.05, Adjustment.NONE, 1)
                .pairs();
    }

    private List<Tested> weighted(QuestionLines.Share line, CodedColumn groups, double[] some) {
        WeightedColumns table =
                weighted.computeIfAbsent(line.column(), column -> WeightedColumns.of(column, groups, some));
        WeightedColumns.Row row = table.rows().get(line.place());
        return row.pairs().stream()
                .map(pair -> new Tested(
                        pair.a(),
                        pair.b(),
                        ColumnTest.LINEARISED_Z,
                        pair.linearised().map(test -> z(test.z(), test.p(), error(row, pair, test.z())))))
                .toList();
    }

    /** The error that the test divided by; unknown where the shares are the same. */
    private static double error(WeightedColumns.Row row, WeightedColumns.Pair pair, double z) {
        double first = row.shares().get(pair.a()).orElseThrow();
        double second = row.shares().get(pair.b()).orElseThrow();
        return z == 0 ? Double.NaN : (first - second) / z;
    }

    private List<Tested> overlapping(QuestionLines.Share line) {
        CodedColumn column = line.column();
        double[] chosen = new double[column.rows()];
        for (int row = 0; row < chosen.length; row++) {
            Watch.look(row);
            chosen[row] = column.isMissing(row) || span.groups().isMissing(row)
                    ? Double.NaN
                    : column.index(row) == line.place() ? 1 : 0;
        }
        List<Tested> tests = new ArrayList<>();
        for (int a = 0; a < span.size(); a++) {
            for (int b = a + 1; b < span.size(); b++) {
                tests.add(overlapping(chosen, a, b));
            }
        }
        return tests;
    }

    private Tested overlapping(double[] chosen, int a, int b) {
        boolean[] inA = in(a);
        boolean[] inB = in(b);
        if (weights.isEmpty()) {
            Outcome<Tested.Result> outcome = OverlapDifference.of(chosen, numbers(inA), numbers(inB))
                    .flatMap(difference -> difference
                            .pooled()
                            .map(z -> z(
                                    z,
                                    OverlapDifference.p(z),
                                    difference
                                            .linearised()
                                            .map(linear -> (difference.first() - difference.second()) / linear)
                                            .toOptional()
                                            .orElse(Double.NaN))));
            return new Tested(a, b, ColumnTest.OVERLAP_Z, outcome);
        }
        double[] drawn = weights.orElseThrow().clone();
        for (int row = 0; row < drawn.length; row++) {
            Watch.look(row);
            drawn[row] = Double.isNaN(chosen[row]) ? Double.NaN : drawn[row];
        }
        SurveyDesign design = SurveyDesign.of(drawn);
        return new Tested(
                a,
                b,
                ColumnTest.LINEARISED_Z,
                SurveyContrast.of(design, chosen, inA, inB).map(contrast -> {
                    double z = contrast.difference() / contrast.standardError();
                    return z(z, Normal.twoSided(z), contrast.standardError());
                }));
    }

    private boolean[] in(int group) {
        boolean[] in = new boolean[span.groups().rows()];
        for (int row = 0; row < in.length; row++) {
            Watch.look(row);
            in[row] = span.in(row, group);
        }
        return in;
    }

    private static double[] numbers(boolean... in) {
        double[] numbers = new double[in.length];
        for (int row = 0; row < in.length; row++) {
            Watch.look(row);
            numbers[row] = in[row] ? 1 : 0;
        }
        return numbers;
    }

    private static Tested.Result z(double z, double p, double error) {
        return new Tested.Result(z, OptionalDouble.empty(), p, error);
    }
}
