package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.score.BenchmarkShare;
import io.earshot.statistics.score.BoxScores;
import io.earshot.statistics.score.SystemUsability;
import io.earshot.statistics.score.UmuxLite;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Usability and market research. */
final class MarketMethods {
    private MarketMethods() {}

    static void register(Methods methods) {
        methods.add("box_scores", (frame, args) -> BoxScores.of(
                        frame.numbers(args.text("variable")),
                        set(args.numbers("top")),
                        set(args.numbers("bottom")),
                        args.number("conf"))
                .map(of -> Values.of(
                        "n", of.n(),
                        "top_n", of.topCount(),
                        "top", of.top().estimate(),
                        "top_wilson", ends(of.top()),
                        "bottom_n", of.bottomCount(),
                        "bottom", of.bottom().estimate(),
                        "bottom_wilson", ends(of.bottom()),
                        "net", of.net(),
                        "net_se", of.netStandardError(),
                        "mean", of.mean())));
        methods.add("sus", (frame, args) -> {
            SystemUsability of = SystemUsability.of(frame.matrix(args.texts("items")), 0.95);
            return Values.of(
                    "scores_first", head(of.scores()),
                    "n", of.mean().map(Descriptives::n),
                    "mean", of.mean().map(Descriptives::mean),
                    "sd", of.mean().flatMap(Descriptives::sd),
                    "median", of.mean().map(Descriptives::median),
                    "ci", ends(of.mean().flatMap(Descriptives::meanInterval)));
        });
        methods.add("umux_lite", (frame, args) -> {
            UmuxLite of = UmuxLite.of(frame.numbers(args.text("a")), frame.numbers(args.text("b")), 0.95);
            return Values.of(
                    "n", of.mean().map(Descriptives::n),
                    "mean", of.mean().map(Descriptives::mean),
                    "sd", of.mean().flatMap(Descriptives::sd),
                    "ci", ends(of.mean().flatMap(Descriptives::meanInterval)),
                    "mean_sus_estimate", of.susEstimate(),
                    "first", head(of.scores()));
        });
        methods.add("pmf_share", (frame, args) -> {
            CodedColumn column = frame.factor(args.text("variable"));
            int level = column.codes().indexOf(args.text("level"));
            int[] answers = IntStream.range(0, column.rows())
                    .map(column::index)
                    .filter(index -> index >= 0)
                    .toArray();
            int count =
                    (int) Arrays.stream(answers).filter(index -> index == level).count();
            return BenchmarkShare.of(count, answers.length, args.number("benchmark"), 0.95)
                    .map(of -> Values.of(
                            "n", of.n(),
                            "count", of.count(),
                            "share", of.share().estimate(),
                            "wilson", ends(of.share()),
                            "p_greater", of.pGreater(),
                            "p_two_sided", of.pTwoSided()));
        });
    }

    private static List<Double> head(List<Double> scores) {
        return scores.subList(0, Math.min(10, scores.size()));
    }

    private static Set<Double> set(double[] numbers) {
        return Arrays.stream(numbers).boxed().collect(Collectors.toSet());
    }
}
