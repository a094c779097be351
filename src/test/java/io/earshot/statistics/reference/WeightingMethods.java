package io.earshot.statistics.reference;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.survey.RaoScott;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyMean;
import io.earshot.statistics.survey.WeightedColumns;
import io.earshot.statistics.survey.WeightedFrequencies;
import io.earshot.statistics.survey.WeightedNetPromoterScore;
import io.earshot.statistics.weighting.CappedRaking;
import io.earshot.statistics.weighting.Margin;
import io.earshot.statistics.weighting.PostStratification;
import io.earshot.statistics.weighting.Raking;
import io.earshot.statistics.weighting.Trimming;
import io.earshot.statistics.weighting.WeightDiagnostics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Weights. */
final class WeightingMethods {
    private static final double CONFIDENCE = 0.95;

    private WeightingMethods() {}

    static void register(Methods methods) {
        methods.add("post_stratify", (frame, args) -> {
            long shown = args.count("first_cases_shown");
            Margin margin = new Margin(frame.factor(args.text("variable")), args.numberMap("population"));
            return PostStratification.of(margin, base(frame, args)).map(result -> weights(result.weights(), shown));
        });
        methods.add("rake", (frame, args) -> {
            double[] base = base(frame, args);
            long shown = args.count("first_cases_shown");
            List<Margin> margins = margins(frame, args);
            return Raking.of(
                            margins,
                            base,
                            args.number("total", Arrays.stream(base).sum()))
                    .map(result -> withAchieved(weights(result.weights(), shown), margins, result.achieved()));
        });
        methods.add("rake_capped", (frame, args) -> {
            long shown = args.count("first_cases_shown");
            List<Margin> margins = margins(frame, args);
            return CappedRaking.of(margins, base(frame, args), args.number("cap"))
                    .map(result -> withAchieved(weights(result.weights(), shown), margins, result.achieved()));
        });
        methods.add("trim_weights", (frame, args) -> {
            long shown = args.count("first_cases_shown");
            return Trimming.of(
                            frame.numbers(args.text("weight")),
                            Math.max(0, args.number("lower", 0)),
                            args.number("upper", Double.POSITIVE_INFINITY),
                            !args.has("strict") || args.flag("strict"))
                    .map(result -> weights(result.weights(), shown));
        });
        methods.add("weighted_frequency", (frame, args) -> WeightedFrequencies.of(
                        frame.factor(args.text("variable")), frame.numbers(args.text("weight")), CONFIDENCE)
                .map(WeightingMethods::frequencies));
        methods.add("weighted_nps", (frame, args) -> WeightedNetPromoterScore.of(
                        frame.numbers(args.text("variable")), frame.numbers(args.text("weight")), CONFIDENCE)
                .map(result -> Values.of(
                        "nps", result.score(),
                        "se", result.standardError(),
                        "ci_z", Values.ends(result.interval()),
                        "n", result.n(),
                        "n_eff", result.nEffective())));
        methods.add("weighted_mean", WeightingMethods::mean);
        methods.add("weighted_chi_square", (frame, args) -> RaoScott.weighted(
                        frame.factor(args.text("row")),
                        frame.factor(args.text("col")),
                        frame.numbers(args.text("weight")))
                .map(WeightingMethods::chiSquare));
        methods.add(
                "weighted_column_proportions",
                (frame, args) -> columns(WeightedColumns.of(
                        frame.factor(args.text("row")),
                        frame.factor(args.text("col")),
                        frame.numbers(args.text("weight")))));
        methods.add("weight_diagnostics", (frame, args) -> diagnostics(frame.numbers(args.text("weight"))));
    }

    private static double[] base(Frame frame, Arguments args) {
        double[] ones = new double[frame.rows()];
        Arrays.fill(ones, 1);
        return args.optionalText("base_weight").map(frame::numbers).orElse(ones);
    }

    static List<Margin> margins(Frame frame, Arguments args) {
        return args.numberMaps("margins").entrySet().stream()
                .map(margin -> new Margin(frame.factor(margin.getKey()), margin.getValue()))
                .toList();
    }

    private static Map<String, @Nullable Object> weights(double[] weights, long shown) {
        return Values.of(
                "weights_first", Values.head(weights, shown),
                "weights_sum", Arrays.stream(weights).sum(),
                "weights_sum_sq", Arrays.stream(weights).map(one -> one * one).sum(),
                "weights_min", Arrays.stream(weights).min().orElse(Double.NaN),
                "weights_max", Arrays.stream(weights).max().orElse(Double.NaN),
                "weights_dot_index",
                        IntStream.range(0, weights.length)
                                .mapToDouble(i -> weights[i] * (i + 1))
                                .sum(),
                "diagnostics", diagnostics(weights));
    }

    private static Map<String, @Nullable Object> withAchieved(
            Map<String, @Nullable Object> values, List<Margin> margins, List<Map<String, Double>> achieved) {
        Map<String, @Nullable Object> shares = new LinkedHashMap<>();
        for (int m = 0; m < margins.size(); m++) {
            shares.put(margins.get(m).column().variable().name(), achieved.get(m));
        }
        values.put("achieved", shares);
        return values;
    }

    private static Object diagnostics(double[] weights) {
        return WeightDiagnostics.of(weights)
                .map(result -> Values.of(
                        "n", result.n(),
                        "n_positive", result.nPositive(),
                        "sum", result.sum(),
                        "mean", result.mean(),
                        "min", result.min(),
                        "max", result.max(),
                        "cv", result.variation(),
                        "deff_kish", result.deff(),
                        "n_eff", result.nEffective(),
                        "weighting_efficiency", result.efficiency()));
    }

    private static Object mean(Frame frame, Arguments args) {
        double[] values = frame.numbers(args.text("variable"));
        double[] weights = frame.numbers(args.text("weight"));
        double[] groups = args.optionalText("group")
                .map(frame::factor)
                .map(CodedColumn::scores)
                .orElse(values);
        for (int row = 0; row < weights.length; row++) {
            boolean missing = Double.isNaN(values[row]) || Double.isNaN(groups[row]);
            weights[row] = missing ? Double.NaN : weights[row];
        }
        SurveyDesign design = SurveyDesign.of(weights);
        return args.has("group")
                ? SurveyMethods.groups(SurveyMean.by(design, values, frame.factor(args.text("group")), CONFIDENCE))
                : Values.of("all", SurveyMean.of(design, values, CONFIDENCE).map(SurveyMethods::mean));
    }

    private static Map<String, @Nullable Object> frequencies(WeightedFrequencies result) {
        return Values.of(
                "n", result.n(),
                "sum_w", result.sumOfWeights(),
                "n_eff", result.nEffective(),
                "levels",
                        result.rows().stream()
                                .map(row -> Values.of(
                                        "level", row.code(),
                                        "n", row.count(),
                                        "weighted_n", row.weighted(),
                                        "share", row.share(),
                                        "se_linearised", row.standardError(),
                                        "ci_logit_lo", Values.ends(row.logit()).get(0),
                                        "ci_logit_hi", Values.ends(row.logit()).get(1),
                                        "wilson_neff_lo", row.wilson().low(),
                                        "wilson_neff_hi", row.wilson().high()))
                                .toList());
    }

    private static Map<String, @Nullable Object> chiSquare(RaoScott test) {
        return Values.of(
                "F", test.f(),
                "ndf", test.numeratorDf(),
                "ddf", test.denominatorDf(),
                "p_F", test.p(),
                "chisq_rs1", test.chiSquare(),
                "p_chisq", test.firstOrderP(),
                "wald_F", single(test.wald().map(RaoScott.Wald::f)),
                "p_wald", single(test.wald().map(RaoScott.Wald::p)),
                "weighted_counts", Values.matrix(test.rowCodes(), test.columnCodes(), test.counts()));
    }

    /** R writes the Wald test as a matrix of one. */
    private static Map<String, @Nullable Object> single(Outcome<Double> number) {
        double value = number.toOptional().orElse(Double.NaN);
        return Values.matrix(List.of("1"), List.of("1"), new double[][] {{value}});
    }

    private static Map<String, @Nullable Object> columns(WeightedColumns result) {
        List<WeightedColumns.Column> columns = result.columns();
        Map<String, @Nullable Object> letters = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            letters.put(letter(i), columns.get(i).code());
        }
        double[][] shares = result.rows().stream()
                .map(row -> row.shares().stream()
                        .mapToDouble(share -> share.toOptional().orElse(Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
        return Values.of(
                "columns", letters,
                "unweighted_bases",
                        columns.stream().map(WeightedColumns.Column::n).toList(),
                "weighted_bases",
                        columns.stream().map(WeightedColumns.Column::weighted).toList(),
                "effective_bases",
                        columns.stream()
                                .map(column -> column.nEffective() == 0 ? Double.NaN : column.nEffective())
                                .toList(),
                "col_share",
                        Values.matrix(
                                result.rows().stream()
                                        .map(WeightedColumns.Row::code)
                                        .toList(),
                                columns.stream()
                                        .map(WeightedColumns.Column::code)
                                        .toList(),
                                shares),
                "pairs",
                        result.rows().stream()
                                .flatMap(row -> row.pairs().stream().map(pair -> pair(row.code(), pair)))
                                .toList());
    }

    private static Map<String, @Nullable Object> pair(String row, WeightedColumns.Pair pair) {
        return Values.of(
                "row", row,
                "a", letter(pair.a()),
                "b", letter(pair.b()),
                "z_neff", pair.effective().map(WeightedColumns.Test::z),
                "p_neff", pair.effective().map(WeightedColumns.Test::p),
                "z_linearised", pair.linearised().map(WeightedColumns.Test::z),
                "p_linearised", pair.linearised().map(WeightedColumns.Test::p));
    }

    private static String letter(int column) {
        return (column < 26 ? "" : letter(column / 26 - 1)) + (char) ('A' + column % 26);
    }
}
