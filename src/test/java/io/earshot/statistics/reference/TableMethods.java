package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;
import static io.earshot.statistics.reference.Values.list;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Crosstab;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Letters;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.table.Association;
import io.earshot.statistics.table.CochranQ;
import io.earshot.statistics.table.ColumnProportions;
import io.earshot.statistics.table.CountTable;
import io.earshot.statistics.table.FisherExact;
import io.earshot.statistics.table.FisherTable;
import io.earshot.statistics.table.GoodnessOfFit;
import io.earshot.statistics.table.MantelHaenszel;
import io.earshot.statistics.table.McNemar;
import io.earshot.statistics.table.MultipleResponse;
import io.earshot.statistics.table.OddsRatio;
import io.earshot.statistics.table.OrdinalAssociation;
import io.earshot.statistics.table.OverlapDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tables of counts. */
final class TableMethods {
    private TableMethods() {}

    static void register(Methods methods) {
        methods.add("crosstab", TableMethods::crosstab);
        methods.add("chi_square_independence", TableMethods::chiSquare);
        methods.add("chi_square_goodness_of_fit", (frame, args) -> {
            args.optionalText("name");
            long[] counts = Arrays.stream(args.numbers("counts"))
                    .mapToLong(count -> (long) count)
                    .toArray();
            return GoodnessOfFit.of(counts, args.numbers("p"))
                    .map(of -> Values.of(
                            "statistic",
                            of.chiSquare(),
                            "df",
                            of.degreesOfFreedom(),
                            "p",
                            of.p(),
                            "residuals",
                            of.residuals()));
        });
        methods.add("fisher_exact", TableMethods::fisher);
        methods.add("odds_ratio", (frame, args) -> OddsRatio.of(table(frame, args), args.number("conf"))
                .map(of -> Values.of(
                        "or", of.odds(),
                        "or_ci", ratioEnds(of.odds(), of.oddsInterval()),
                        "log_se", of.logStandardError(),
                        "rr", of.risk(),
                        "rr_ci", ratioEnds(of.risk(), of.riskInterval()))));
        methods.add("ordinal_association", (frame, args) -> OrdinalAssociation.of(table(frame, args))
                .map(of -> Values.of(
                        "concordant", of.concordant(),
                        "discordant", of.discordant(),
                        "gamma", of.gamma(),
                        "tau_b", of.tauB(),
                        "tau_c", of.tauC(),
                        "somers_d_col_given_row", of.somersColumn(),
                        "somers_d_row_given_col", of.somersRow(),
                        "lambda_col_given_row", of.lambdaColumn(),
                        "lambda_row_given_col", of.lambdaRow(),
                        "theil_u_col_given_row", of.uncertaintyColumn(),
                        "theil_u_row_given_col", of.uncertaintyRow(),
                        "linear_by_linear", of.linear(),
                        "linear_by_linear_p", of.linearP())));
        methods.add("column_proportions", TableMethods::columnProportions);
        methods.add("cochran_mantel_haenszel", TableMethods::mantelHaenszel);
        methods.add("mcnemar", (frame, args) -> McNemar.of(
                        table(frame.factor(args.text("a")), frame.factor(args.text("b"))))
                .map(of -> Values.of(
                        "statistic_cc", of.correctedChiSquare(),
                        "p_cc", of.correctedP(),
                        "statistic", of.chiSquare(),
                        "p", of.p(),
                        "p_exact", of.exactP())));
        methods.add("cochran_q", (frame, args) -> {
            double[][] rows = frame.matrix(args.texts("variables"));
            return Values.orElse(
                    CochranQ.of(rows)
                            .map(of -> Values.of("Q", of.q(), "df", of.degreesOfFreedom(), "p", of.p(), "n", of.n())),
                    "df",
                    rows.length == 0 ? 0 : rows[0].length - 1,
                    "n",
                    Complete.rows(rows).length);
        });
        methods.add("multiple_response", TableMethods::multipleResponse);
        methods.add("overlap_proportions", (frame, args) -> OverlapDifference.of(
                        frame.numbers(args.text("y")), frame.numbers(args.text("a")), frame.numbers(args.text("b")))
                .map(of -> Values.of(
                        "n_a", of.firstBase(),
                        "n_b", of.secondBase(),
                        "n_ab", of.both(),
                        "p_a", of.first(),
                        "p_b", of.second(),
                        "z_pooled", of.pooled(),
                        "p_pooled", of.pooled().map(OverlapDifference::p),
                        "z_linearised", of.linearised(),
                        "p_linearised", of.linearised().map(OverlapDifference::p))));
        methods.add("p_adjust", (frame, args) -> {
            args.optionalText("name");
            Map<String, @Nullable Object> adjusted = Values.of();
            for (String name : List.of("bonferroni", "holm", "hochberg", "hommel", "BH", "BY")) {
                adjusted.put(name, list(adjustment(name).of(args.numbers("p"))));
            }
            return adjusted;
        });
    }

    static Adjustment adjustment(String name) {
        return Adjustment.valueOf(name.toUpperCase(Locale.ROOT));
    }

    static CountTable table(CodedColumn rows, CodedColumn columns) {
        return CountTable.of(Crosstab.of(rows, columns).countsByRow());
    }

    private static CountTable table(Frame frame, Arguments args) {
        return table(frame.factor(args.text("row")), frame.factor(args.text("col")));
    }

    private static Object crosstab(Frame frame, Arguments args) {
        Crosstab table = Crosstab.of(frame.factor(args.text("row")), frame.factor(args.text("col")));
        CountTable counts = CountTable.of(table.countsByRow());
        return Values.of(
                "counts",
                matrix(table.rowCodes(), table.columnCodes(), (i, j) -> table.count(i, j)),
                "n",
                table.n(),
                "row_totals",
                listOf(counts.rows(), i -> (double) counts.rowTotal(i)),
                "col_totals",
                listOf(counts.columns(), j -> (double) counts.columnTotal(j)),
                "col_share",
                matrix(table.rowCodes(), table.columnCodes(), (i, j) -> table.columnShare(i, j)
                        .orElse(Double.NaN)),
                "row_share",
                matrix(table.rowCodes(), table.columnCodes(), (i, j) -> table.rowShare(i, j)
                        .orElse(Double.NaN)));
    }

    private static Object chiSquare(Frame frame, Arguments args) {
        CodedColumn rows = frame.factor(args.text("row"));
        CodedColumn columns = frame.factor(args.text("col"));
        CountTable whole = table(rows, columns);
        List<String> rowCodes = whole.usedRows().stream().map(rows.codes()::get).toList();
        List<String> columnCodes =
                whole.usedColumns().stream().map(columns.codes()::get).toList();
        return Association.of(whole)
                .map(of -> Values.of(
                        "statistic", of.independence().chiSquare(),
                        "df", of.independence().degreesOfFreedom(),
                        "p", of.independence().p(),
                        "G", of.g(),
                        "G_p", of.gP(),
                        "n", whole.n(),
                        "expected", matrix(rowCodes, columnCodes, of.table()::expected),
                        "pearson_residuals", matrix(rowCodes, columnCodes, of::pearsonResidual),
                        "adjusted_residuals", matrix(rowCodes, columnCodes, of::adjustedResidual),
                        "min_expected", of.independence().smallestExpected(),
                        "share_expected_below_5", of.shareExpectedBelowFive(),
                        "phi", of.phi(),
                        "contingency_c", of.contingency(),
                        "cramers_v", of.independence().cramersV(),
                        "cramers_v_bias_corrected", of.corrected(),
                        "tschuprow_t", of.tschuprow(),
                        "yates", of.yates(),
                        "yates_p", of.yatesP()));
    }

    private static Object fisher(Frame frame, Arguments args) {
        CountTable table = table(frame, args).trimmed();
        if (table.rows() == 2 && table.columns() == 2) {
            return FisherExact.of(table, 0.95)
                    .map(of -> Values.of(
                            "p", of.p(),
                            "odds_ratio_conditional_mle", of.oddsRatio().estimate(),
                            "or_ci", ends(of.oddsRatio()),
                            "p_less", of.pLess(),
                            "p_greater", of.pGreater()));
        }
        return FisherTable.of(table, 1).map(of -> Values.of("p", of.p()));
    }

    /** What R prints of an interval around 0 or infinity: one end, and no other. */
    private static List<Double> ratioEnds(double ratio, Outcome<Interval> interval) {
        if (interval.isDefined()) {
            return ends(interval);
        }
        return ratio == 0 ? List.of(0.0, Double.NaN) : List.of(Double.NaN, ratio);
    }

    private static Object columnProportions(Frame frame, Arguments args) {
        CodedColumn rows = frame.factor(args.text("row"));
        CodedColumn columns = frame.factor(args.text("col"));
        ColumnProportions of =
                ColumnProportions.of(table(rows, columns), args.number("alpha"), adjustment(args.text("adjust")), (long)
                        args.number("min_base"));
        Map<String, @Nullable Object> names = Values.of();
        IntStream.range(0, columns.codes().size())
                .forEach(j -> names.put(Letters.of(j), columns.codes().get(j)));
        List<Object> pairs = new ArrayList<>();
        for (ColumnProportions.Pair pair : of.pairs()) {
            pairs.add(Values.of(
                    "row", rows.codes().get(pair.row()),
                    "a", Letters.of(pair.first()),
                    "b", Letters.of(pair.second()),
                    "z", pair.test().map(ColumnProportions.Test::z),
                    "p", pair.test().map(ColumnProportions.Test::p),
                    "p_adj", pair.test().map(ColumnProportions.Test::adjustedP)));
        }
        return Values.of(
                "columns",
                names,
                "bases",
                of.bases(),
                "letters",
                Values.of("rows", rows.codes(), "cols", columns.codes(), "values", of.letters()),
                "pairs",
                pairs);
    }

    private static Object mantelHaenszel(Frame frame, Arguments args) {
        CodedColumn rows = frame.factor(args.text("row"));
        CodedColumn columns = frame.factor(args.text("col"));
        CodedColumn strata = frame.factor(args.text("stratum"));
        long[][][] counts = new long[strata.codes().size()][rows.codes().size()]
                [columns.codes().size()];
        for (int row = 0; row < rows.rows(); row++) {
            if (!rows.isMissing(row) && !columns.isMissing(row) && !strata.isMissing(row)) {
                counts[strata.index(row)][rows.index(row)][columns.index(row)]++;
            }
        }
        return MantelHaenszel.of(Arrays.stream(counts).map(CountTable::of).toList(), 0.95)
                .map(of -> Values.of(
                        "statistic", of.chiSquare(),
                        "df", of.degreesOfFreedom(),
                        "p", of.p(),
                        // R has 0 or infinity where all counts lie on one diagonal.
                        "common_or",
                                of.oddsRatio() instanceof Outcome.Undefined<Interval> none
                                                && none.reason() == Reason.SEPARATION
                                        ? diagonal(counts)
                                        : of.oddsRatio().map(Interval::estimate),
                        "or_ci", ends(of.oddsRatio())));
    }

    private static double diagonal(long[][][] strata) {
        boolean main = Arrays.stream(strata).anyMatch(table -> table[0][0] * table[1][1] > 0);
        boolean counter = Arrays.stream(strata).anyMatch(table -> table[0][1] * table[1][0] > 0);
        return main ? Double.POSITIVE_INFINITY : counter ? 0 : Double.NaN;
    }

    private static Object multipleResponse(Frame frame, Arguments args) {
        List<String> names = args.texts("variables");
        MultipleResponse of = MultipleResponse.of(frame.matrix(names), names.size(), 0.95);
        List<Object> options = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            MultipleResponse.Option option = of.options().get(i);
            options.add(Values.of(
                    "option", names.get(i),
                    "count", option.count(),
                    "share_respondents", option.ofRespondents().map(Interval::estimate),
                    "share_answers", option.ofAnswers(),
                    "wilson_lo", option.ofRespondents().map(Interval::low),
                    "wilson_hi", option.ofRespondents().map(Interval::high)));
        }
        return Values.of(
                "base",
                of.base(),
                "answers",
                of.answers(),
                "mean_answers",
                of.answers() / (double) of.base(),
                "options",
                options);
    }

    private interface Cell {
        double at(int row, int column);
    }

    private static Object matrix(List<String> rows, List<String> columns, Cell cell) {
        double[][] values = IntStream.range(0, rows.size())
                .mapToObj(i -> IntStream.range(0, columns.size())
                        .mapToDouble(j -> cell.at(i, j))
                        .toArray())
                .toArray(double[][]::new);
        return Values.matrix(rows, columns, values);
    }

    private static List<Double> listOf(int size, IntFunction<Double> value) {
        return IntStream.range(0, size).mapToObj(value).toList();
    }
}
