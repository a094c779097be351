package io.earshot.statistics.reference;

import io.earshot.statistics.trend.IndividualsChart;
import io.earshot.statistics.trend.MannKendall;
import io.earshot.statistics.trend.ShareChart;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Control charts and trends; R counts places from 1. */
final class TrendMethods {
    private TrendMethods() {}

    static void register(Methods methods) {
        methods.add(
                "p_chart", (frame, args) -> ShareChart.of(frame.numbers(args.text("x")), frame.numbers(args.text("n")))
                        .map(of -> Values.of(
                                "p",
                                each(of, ShareChart.Point::share),
                                "pbar",
                                of.mean(),
                                "lcl",
                                each(of, ShareChart.Point::low),
                                "ucl",
                                each(of, ShareChart.Point::high),
                                "outside",
                                IntStream.range(0, of.points().size())
                                        .filter(i -> of.points().get(i).outside())
                                        .mapToObj(i -> i + 1)
                                        .toList(),
                                "trend_chisq",
                                of.trend().map(ShareChart.Trend::chiSquare),
                                "trend_p",
                                of.trend().map(ShareChart.Trend::p),
                                "laney_sigma_z",
                                of.sigmaZ(),
                                "laney_lcl",
                                each(of, laney(of, ShareChart.Point::laneyLow)),
                                "laney_ucl",
                                each(of, laney(of, ShareChart.Point::laneyHigh)))));
        methods.add("xmr_chart", (frame, args) -> IndividualsChart.of(frame.numbers(args.text("variable")))
                .map(of -> Values.of(
                        "centre",
                        of.centre(),
                        "mr_mean",
                        of.rangeMean(),
                        "sigma",
                        of.sigma(),
                        "lcl",
                        of.low(),
                        "ucl",
                        of.high(),
                        "mr_ucl",
                        of.rangeHigh(),
                        "rule1",
                        places(of.beyondLimits()),
                        "rule2",
                        places(of.twoOfThree()),
                        "rule3",
                        places(of.fourOfFive()),
                        "rule4",
                        places(of.eightInARow()),
                        "ewma",
                        of.smoothed().stream()
                                .map(IndividualsChart.Smoothed::mean)
                                .toList(),
                        "ewma_lcl",
                        of.smoothed().stream()
                                .map(IndividualsChart.Smoothed::low)
                                .toList(),
                        "ewma_ucl",
                        of.smoothed().stream()
                                .map(IndividualsChart.Smoothed::high)
                                .toList(),
                        "ewma_outside",
                        IntStream.range(0, of.smoothed().size())
                                .filter(i -> of.smoothed().get(i).outside())
                                .mapToObj(i -> i + 1)
                                .toList())));
        methods.add("mann_kendall", (frame, args) -> MannKendall.of(frame.numbers(args.text("variable")))
                .map(of -> Values.of(
                        "S", of.s(),
                        "var_S", of.variance(),
                        "z", of.z(),
                        "p", of.p(),
                        "sen_slope", of.slope(),
                        "n", of.n())));
    }

    private static List<Double> each(ShareChart chart, Function<ShareChart.Point, Double> value) {
        return chart.points().stream().map(value).toList();
    }

    private static Function<ShareChart.Point, Double> laney(
            ShareChart chart, Function<ShareChart.Point, Double> limit) {
        return chart.sigmaZ().isDefined() ? limit : point -> Double.NaN;
    }

    private static List<Integer> places(List<Integer> fromZero) {
        return fromZero.stream().map(place -> place + 1).toList();
    }
}
