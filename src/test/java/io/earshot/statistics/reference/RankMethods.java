package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;
import static io.earshot.statistics.reference.Values.list;

import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Samples;
import io.earshot.statistics.ShapiroWilk;
import io.earshot.statistics.rank.Friedman;
import io.earshot.statistics.rank.KolmogorovSmirnov;
import io.earshot.statistics.rank.KruskalWallis;
import io.earshot.statistics.rank.MannWhitney;
import io.earshot.statistics.rank.SignedRank;

/** Comparisons by ranks. */
final class RankMethods {
    private RankMethods() {}

    static void register(Methods methods) {
        methods.add("kruskal_wallis", (frame, args) -> {
            Samples samples = GroupMethods.samples(frame, args).used();
            int n = samples.values().stream().mapToInt(group -> group.length).sum();
            return Values.orElse(
                    KruskalWallis.of(samples)
                            .map(of -> Values.of(
                                    "H", of.h(),
                                    "df", of.degreesOfFreedom(),
                                    "p", of.p(),
                                    "n", of.n(),
                                    "mean_ranks", of.meanRanks(),
                                    "epsilon2", of.epsilonSquared(),
                                    "eta2_H", n > samples.size() ? of.etaSquared() : null)),
                    "df",
                    samples.size() - 1,
                    "n",
                    n,
                    // Where all answers are alike, so are their ranks.
                    "mean_ranks",
                    samples.names().stream().map(group -> (n + 1) / 2.0).toList());
        });
        methods.add("dunn", (frame, args) -> {
            Samples samples = GroupMethods.samples(frame, args).used();
            Adjustment adjustment = TableMethods.adjustment(args.text("adjust"));
            return KruskalWallis.of(samples).map(of -> of.dunn(adjustment).stream()
                    .map(pair -> Values.of(
                            "a", samples.names().get(pair.first()),
                            "b", samples.names().get(pair.second()),
                            "z", pair.z(),
                            "p", pair.p(),
                            "p_adj", pair.adjustedP()))
                    .toList());
        });
        methods.add("friedman", (frame, args) -> {
            double[][] rows = frame.matrix(args.texts("variables"));
            return Values.orElse(
                    Friedman.of(rows)
                            .map(of -> Values.of(
                                    "statistic", of.chiSquare(),
                                    "df", of.degreesOfFreedom(),
                                    "p", of.p(),
                                    "n", of.n(),
                                    "kendall_w", of.kendallW())),
                    "df",
                    rows.length == 0 ? 0 : rows[0].length - 1,
                    "n",
                    Complete.rows(rows).length);
        });
        methods.add("mann_whitney", (frame, args) -> {
            double[][] two = GroupMethods.two(frame, args);
            return MannWhitney.of(two[0], two[1], 0.95)
                    .map(of -> Values.of(
                            "n", list(of.firstN(), of.secondN()),
                            "W", of.w(),
                            "U_min", Math.min(of.w(), (double) of.firstN() * of.secondN() - of.w()),
                            "p_asymptotic", of.p(),
                            "p_asymptotic_cc", of.correctedP(),
                            "rank_biserial", of.rankBiserial(),
                            "prob_superiority", of.superiority(),
                            "ties", of.ties(),
                            "p_exact", of.exactP(),
                            "p_exact_conditional", of.exactP(),
                            "hodges_lehmann", of.shift(),
                            "hodges_lehmann_ci_exact", ends(of.shiftInterval()),
                            "hodges_lehmann_asymptotic", of.shift()));
        });
        methods.add("wilcoxon_signed_rank", (frame, args) -> SignedRank.of(
                        frame.numbers(args.text("a")), frame.numbers(args.text("b")))
                .map(of -> Values.of(
                        "n_pairs", of.pairs(),
                        "n_nonzero", of.different(),
                        "V", of.v(),
                        "p_asymptotic", of.p(),
                        "p_asymptotic_cc", of.correctedP(),
                        "rank_biserial", of.rankBiserial(),
                        "p_exact", of.exactP(),
                        "p_exact_conditional", of.exactP(),
                        "sign_test_p", of.signP())));
        methods.add("ks_two_sample", (frame, args) -> {
            double[][] two = GroupMethods.two(frame, args);
            return KolmogorovSmirnov.of(two[0], two[1]).map(of -> Values.of("D", of.d(), "p_asymptotic", of.p()));
        });
        methods.add("shapiro_wilk", (frame, args) -> ShapiroWilk.of(frame.numbers(args.text("variable")))
                .map(of -> Values.of("W", of.w(), "p", of.p())));
    }
}
