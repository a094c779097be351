package io.earshot.statistics.reference;

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
}
