package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.market.BestWorst;
import io.earshot.statistics.market.Kano;
import io.earshot.statistics.market.PriceSensitivity;
import io.earshot.statistics.market.RatingsConjoint;
import io.earshot.statistics.score.BenchmarkShare;
import io.earshot.statistics.score.BoxScores;
import io.earshot.statistics.score.SystemUsability;
import io.earshot.statistics.score.UmuxLite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
        methods.add("van_westendorp", MarketMethods::vanWestendorp);
        methods.add("kano", MarketMethods::kano);
        methods.add("maxdiff", MarketMethods::maxDiff);
        methods.add("conjoint_ratings", MarketMethods::conjoint);
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

    private static Object vanWestendorp(Frame frame, Arguments args) {
        double[][] answers = frame.matrix(args.texts("columns"));
        PriceSensitivity of = PriceSensitivity.of(answers, PriceSensitivity.NamedPrice.INCLUDED);
        PriceSensitivity excluded = PriceSensitivity.of(answers, PriceSensitivity.NamedPrice.EXCLUDED);
        return Values.of(
                "n",
                of.asked(),
                "n_valid",
                of.n(),
                "opp",
                of.optimal(),
                "idp",
                of.indifference(),
                "pmc",
                of.lowest(),
                "pme",
                of.highest(),
                "package",
                Values.of(
                        "pricerange_lower", excluded.lowest(),
                        "pricerange_upper", excluded.highest(),
                        "idp", excluded.indifference(),
                        "opp", excluded.optimal(),
                        "total_sample", excluded.asked(),
                        "invalid_cases", excluded.asked() - excluded.n()));
    }

    private static Object maxDiff(Frame frame, Arguments args) {
        List<String> columns = new ArrayList<>(args.texts("items"));
        columns.add("best");
        columns.add("worst");
        return BestWorst.of(frame.matrix(columns), (int) args.count("n_items")).map(of -> {
            List<Object> items = new ArrayList<>();
            for (BestWorst.Item item : of.items()) {
                int place = items.size();
                Outcome<BestWorst.Utility> worth =
                        of.fit().map(fit -> fit.utilities().get(place));
                items.add(Values.of(
                        "item", items.size() + 1,
                        "shown", item.shown(),
                        "best", item.best(),
                        "worst", item.worst(),
                        "score", item.score(),
                        "utility", worth.map(BestWorst.Utility::utility),
                        "se", worth.map(BestWorst.Utility::standardError),
                        "share", worth.map(BestWorst.Utility::share)));
            }
            return Values.of(
                    "tasks", of.tasks(),
                    "items", items,
                    "loglik", of.fit().map(BestWorst.Fit::logLikelihood),
                    "loglik_null", of.fit().map(BestWorst.Fit::nullLogLikelihood));
        });
    }

    private static Object conjoint(Frame frame, Arguments args) {
        List<String> names = args.texts("attributes");
        List<CodedColumn> attributes = names.stream().map(frame::factor).toList();
        return RatingsConjoint.of(
                        frame.numbers(args.text("respondent")), frame.numbers(args.text("rating")), attributes)
                .map(of -> {
                    Map<String, @Nullable Object> worths = Values.of();
                    for (int i = 0; i < names.size(); i++) {
                        worths.put(
                                names.get(i),
                                named(attributes.get(i).codes(), of.partWorths().get(i)));
                    }
                    return Values.of(
                            "intercept",
                            of.intercept(),
                            "part_worths",
                            worths,
                            "r2_pooled",
                            of.explained(),
                            "importance_pooled",
                            importance(names, of.importance()),
                            "importance_mean_individual",
                            // R's mean has no value where one respondent has none.
                            importance(
                                    names,
                                    of.leftOut() == 0
                                            ? of.individualImportance()
                                            : Outcome.undefined(Reason.NO_VARIATION, "%d left out", of.leftOut())));
                });
    }

    private static Map<String, @Nullable Object> importance(List<String> names, Outcome<List<Double>> shares) {
        return named(names, shares.toOptional().orElse(Collections.nCopies(names.size(), Double.NaN)));
    }

    private static Map<String, @Nullable Object> named(List<String> names, List<Double> numbers) {
        return Values.named(
                names, numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Object kano(Frame frame, Arguments args) {
        return Kano.of(frame.numbers(args.text("functional")), frame.numbers(args.text("dysfunctional")))
                .map(of -> {
                    Map<String, @Nullable Object> counts = Values.of();
                    of.counts().forEach((feature, count) -> counts.put(letter(feature), count));
                    return Values.of(
                            "n", of.n(),
                            "counts", counts,
                            "category",
                                    of.classes().stream()
                                            .map(MarketMethods::letter)
                                            .toList(),
                            "better", of.better(),
                            "worse", of.worse(),
                            "category_strength", of.categoryStrength(),
                            "total_strength", of.totalStrength(),
                            "fong_limit", of.fongLimit(),
                            "fong_significant", of.fongHolds());
                });
    }

    private static String letter(Kano.Feature feature) {
        return feature.name().substring(0, 1);
    }

    private static List<Double> head(List<Double> scores) {
        return scores.subList(0, Math.min(10, scores.size()));
    }

    private static Set<Double> set(double[] numbers) {
        return Arrays.stream(numbers).boxed().collect(Collectors.toSet());
    }
}
