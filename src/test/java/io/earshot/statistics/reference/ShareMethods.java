package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;
import static io.earshot.statistics.reference.Values.list;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.Interval;
import io.earshot.statistics.MedianInterval;
import io.earshot.statistics.NetPromoterDifference;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Quantiles;
import io.earshot.statistics.Shape;
import io.earshot.statistics.ShareIntervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Shares, descriptives, net promoter scores. */
final class ShareMethods {
    private static final double[] PROBABILITIES = {.05, .1, .25, .5, .75, .9, .95};

    private ShareMethods() {}

    static void register(Methods methods) {
        methods.add("proportion_ci", (frame, args) -> ShareIntervals.of(
                        args.count("x"), args.count("n"), args.number("conf"))
                .map(of -> Values.of(
                        "p", of.wilson().estimate(),
                        "wald", ends(of.wald()),
                        "wilson", ends(of.wilson()),
                        "wilson_cc", ends(of.wilsonCorrected()),
                        "agresti_coull", ends(of.agrestiCoull()),
                        "clopper_pearson", ends(of.clopperPearson()),
                        "jeffreys", ends(of.jeffreys()))));
        methods.add("frequency", ShareMethods::frequency);
        methods.add("describe", ShareMethods::describe);
        methods.add("median_ci", (frame, args) -> {
            Outcome<MedianInterval> of = MedianInterval.of(frame.numbers(args.text("variable")), args.number("conf"));
            return Values.of(
                    "k", of.toOptional().map(MedianInterval::k).orElse(0),
                    "ci", ends(of.map(MedianInterval::interval)),
                    "achieved", of.map(MedianInterval::achieved));
        });
        methods.add("nps", ShareMethods::nps);
        methods.add("nps_difference", ShareMethods::npsDifference);
    }

    private static Object frequency(Frame frame, Arguments args) {
        CodedColumn column = frame.factor(args.text("variable"));
        Frequencies of = Frequencies.of(column, args.number("conf"));
        List<Map<String, @Nullable Object>> levels = new ArrayList<>();
        double cumulated = 0;
        for (Frequencies.Row row : of.rows()) {
            cumulated += row.count();
            levels.add(Values.of(
                    "level", row.code(),
                    "count", row.count(),
                    "share_total", row.count() / (double) column.rows(),
                    "share_valid", row.share().map(Interval::estimate),
                    "cum_valid", cumulated / of.n(),
                    "wilson_lo", row.share().map(Interval::low),
                    "wilson_hi", row.share().map(Interval::high),
                    "goodman_lo", row.simultaneous().map(Interval::low),
                    "goodman_hi", row.simultaneous().map(Interval::high)));
        }
        return Values.of("n", column.rows(), "n_valid", of.n(), "n_missing", of.missing(), "levels", levels);
    }

    private static Object describe(Frame frame, Arguments args) {
        double[] answers = frame.numbers(args.text("variable"));
        double[] sorted = Complete.values(answers);
        Arrays.sort(sorted);
        Outcome<Descriptives> described =
                Descriptives.of(args.text("variable"), answers, args.number("conf"), args.number("trim"));
        if (!described.isDefined()) {
            return Values.of("n", 0, "n_missing", answers.length);
        }
        Descriptives of = described.orElseThrow();
        return Values.of(
                "n", of.n(),
                "n_missing", of.missing(),
                "mean", of.mean(),
                "sd", of.sd(),
                "var", of.sd().map(sd -> sd * sd),
                "se", of.sd().map(sd -> sd / Math.sqrt(of.n())),
                "ci_mean", ends(of.meanInterval()),
                "min", of.min(),
                "max", of.max(),
                "sum", of.sum(),
                "median", of.median(),
                "mad", of.mad().orElseThrow(),
                "trimmed_mean", of.trimmedMean().orElseThrow(),
                "quantiles_type7", list(Quantiles.LINEAR.of(sorted, PROBABILITIES)),
                "quantiles_type6", list(Quantiles.WEIBULL.of(sorted, PROBABILITIES)),
                "quantiles_type2", list(Quantiles.AVERAGED.of(sorted, PROBABILITIES)),
                "iqr", of.q3() - of.q1(),
                "skewness_g1", of.skewness().map(Shape::population),
                "skewness_G1", of.skewness().map(Shape::sample),
                "skewness_b1", of.skewness().map(Shape::minitab),
                "kurtosis_g2", of.kurtosis().map(Shape::population),
                "kurtosis_G2", of.kurtosis().map(Shape::sample),
                "kurtosis_b2", of.kurtosis().map(Shape::minitab),
                "modes", of.modes(),
                "cv", of.sd().map(sd -> sd / of.mean()));
    }

    private static Object nps(Frame frame, Arguments args) {
        String variable = args.text("variable");
        double[] answers = frame.numbers(variable);
        Outcome<NetPromoterScore> score = NetPromoterScore.of(frame.number(variable), args.number("conf"));
        if (!score.isDefined()) {
            return Values.of("n", 0, "promoters", 0, "passives", 0, "detractors", 0, "adj_nps", 0.0);
        }
        NetPromoterScore of = score.orElseThrow();
        return Values.of(
                "n", of.n(),
                "promoters", of.promoters(),
                "passives", of.passives(),
                "detractors", of.detractors(),
                "nps", of.score(),
                "variance", of.variance(),
                "se", of.standardError(),
                "se_n1", of.sampleStandardError(),
                "ci_wald", ends(of.wald()),
                "ci_t", ends(of.student()),
                "adj_nps", of.adjustedWald().estimate(),
                "ci_adjusted_wald", ends(of.adjustedWald()),
                "mean", mean(answers));
    }

    private static OptionalDouble mean(double[] answers) {
        return Arrays.stream(Complete.values(answers)).average();
    }

    private static Object npsDifference(Frame frame, Arguments args) {
        String variable = args.text("variable");
        String group = args.text("group");
        double confidence = args.number("conf");
        NetPromoterScore a = NetPromoterScore.of(
                        frame.where(group, args.text("a")).number(variable), confidence)
                .orElseThrow();
        NetPromoterScore b = NetPromoterScore.of(
                        frame.where(group, args.text("b")).number(variable), confidence)
                .orElseThrow();
        NetPromoterDifference of = NetPromoterDifference.of(a, b, confidence);
        return Values.of(
                "nps_a", a.score(),
                "nps_b", b.score(),
                "diff", of.wald().estimate(),
                "se", of.standardError(),
                "z", of.test().map(NetPromoterDifference.Test::z),
                "p", of.test().map(NetPromoterDifference.Test::p),
                "ci", ends(of.wald()),
                "adj_diff", of.adjustedWald().estimate(),
                "adj_se", of.adjustedStandardError(),
                "adj_ci", ends(of.adjustedWald()),
                "adj_p", of.adjustedP());
    }
}
