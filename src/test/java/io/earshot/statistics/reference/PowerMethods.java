package io.earshot.statistics.reference;

import io.earshot.statistics.power.Power;
import io.earshot.statistics.power.SampleSize;
import io.earshot.statistics.power.TwoMeans;
import io.earshot.statistics.power.TwoShares;

/** Sample sizes and power. */
final class PowerMethods {
    private PowerMethods() {}

    static void register(Methods methods) {
        methods.add(
                "sample_size_proportion",
                (frame, args) -> Values.of(
                        "n", SampleSize.forShare(args.number("p"), args.number("margin"), args.number("conf"))));
        methods.add("sample_size_proportion_finite", (frame, args) -> {
            double endless = SampleSize.forShare(args.number("p"), args.number("margin"), args.number("conf"))
                    * args.number("deff", 1);
            return Values.of("n0", endless, "n", SampleSize.finite(endless, args.number("population")));
        });
        methods.add(
                "sample_size_nps",
                (frame, args) -> Values.of(
                        "n",
                        SampleSize.forNetPromoterScore(
                                args.number("promoters"),
                                args.number("detractors"),
                                args.number("margin_points"),
                                args.number("conf"))));
        methods.add("power_two_proportions", (frame, args) -> {
            TwoShares shares = new TwoShares(args.number("p1"), args.number("p2"), args.number("alpha", 0.05));
            return args.has("n")
                    ? Values.of("power", shares.power(args.number("n")))
                    : Values.of("n", shares.sampleSize(args.number("power")));
        });
        methods.add(
                "mde_two_proportions",
                (frame, args) -> Values.of(
                        "p2",
                        TwoShares.detectable(
                                args.number("p1"),
                                args.number("n"),
                                args.number("power"),
                                args.number("alpha", 0.05))));
        methods.add("power_two_proportions_arcsine", (frame, args) -> {
            TwoShares shares = new TwoShares(args.number("p1"), args.number("p2"), args.number("alpha", 0.05));
            return Values.of("h", shares.effect(), "power", shares.arcsinePower(args.number("n")));
        });
        methods.add("power_two_means", (frame, args) -> {
            TwoMeans means = new TwoMeans(args.number("alpha", 0.05));
            double effect = args.number("delta") / args.number("sd", 1);
            return args.has("n")
                    ? Values.of("power", means.power(args.number("n"), effect))
                    : Values.of("n", means.sampleSize(effect, args.number("power")));
        });
        methods.add(
                "mde_two_means",
                (frame, args) -> Values.of(
                        "delta",
                        new TwoMeans(args.number("alpha", 0.05)).detectable(args.number("n"), args.number("power"))
                                * args.number("sd", 1)));
        methods.add(
                "power_anova",
                (frame, args) -> Values.of(
                        "power",
                        Power.ofAnova(
                                (int) args.count("k"),
                                args.number("f"),
                                args.number("n"),
                                args.number("alpha", 0.05))));
        methods.add(
                "power_chisq",
                (frame, args) -> Values.of(
                        "power",
                        Power.ofChiSquare(
                                args.number("w"), args.number("df"), args.number("N"), args.number("alpha", 0.05))));
        methods.add(
                "power_correlation",
                (frame, args) -> Values.of(
                        "power", Power.ofCorrelation(args.number("r"), args.number("n"), args.number("alpha", 0.05))));
    }
}
