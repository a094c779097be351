package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;
import static io.earshot.statistics.reference.Values.list;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Letters;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Samples;
import io.earshot.statistics.group.Anova;
import io.earshot.statistics.group.ColumnMeans;
import io.earshot.statistics.group.Equivalence;
import io.earshot.statistics.group.GamesHowell;
import io.earshot.statistics.group.OneSample;
import io.earshot.statistics.group.PairComparison;
import io.earshot.statistics.group.PairwiseT;
import io.earshot.statistics.group.Student;
import io.earshot.statistics.group.Tukey;
import io.earshot.statistics.group.TwoSamples;
import io.earshot.statistics.group.VarianceHomogeneity;
import io.earshot.statistics.group.WelchAnova;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Means of groups. */
final class GroupMethods {
    private GroupMethods() {}

    static void register(Methods methods) {
        methods.add("t_test_one_sample", (frame, args) -> OneSample.of(
                        frame.numbers(args.text("variable")), args.number("mu"), args.number("conf"))
                .map(of -> with(test(of.test()), "n", of.n(), "cohens_d", of.effect())));
        methods.add("t_test_paired", (frame, args) -> {
            double[][] pairs = Complete.columns(frame.numbers(args.text("a")), frame.numbers(args.text("b")));
            return Values.orElse(
                    OneSample.ofPairs(pairs[0], pairs[1], args.number("conf"))
                            .map(of -> with(test(of.test()), "n", of.n(), "mean_diff", of.mean(), "d_z", of.effect())),
                    "n",
                    pairs[0].length,
                    "df",
                    pairs[0].length - 1,
                    "mean_diff",
                    Moments.mean(pairs[0]) - Moments.mean(pairs[1]));
        });
        methods.add("t_test_two_sample", (frame, args) -> {
            double[][] two = two(frame, args);
            return TwoSamples.of(two[0], two[1], args.number("conf"))
                    .map(of -> Values.of(
                            "n",
                            List.of(of.firstN(), of.secondN()),
                            "mean",
                            list(of.firstMean(), of.secondMean()),
                            "sd",
                            list(of.firstSd(), of.secondSd()),
                            "student",
                            test(of.student()),
                            "welch",
                            with(
                                    test(of.welch()),
                                    "p_less",
                                    of.welch().pLess(),
                                    "p_greater",
                                    of.welch().pGreater()),
                            "cohens_d",
                            of.cohensD().estimate(),
                            "cohens_d_ci_noncentral_t",
                            ends(of.cohensD()),
                            "hedges_g",
                            of.hedgesG(),
                            "var_ratio_F",
                            of.varianceRatio(),
                            "var_ratio_p",
                            of.varianceP()));
        });
        methods.add("tost_equivalence", (frame, args) -> {
            double[][] two = two(frame, args);
            return Equivalence.of(two[0], two[1], args.number("delta"))
                    .map(of -> Values.of(
                            "p_lower", of.pLower(), "p_upper", of.pUpper(), "p", of.p(), "ci90", ends(of.interval())));
        });
        methods.add("anova_one_way", GroupMethods::anova);
        methods.add(
                "anova_welch",
                (frame, args) -> Values.orElse(
                        WelchAnova.of(samples(frame, args))
                                .map(of -> Values.of(
                                        "F", of.f(), "df1", of.numerator(), "df2", of.denominator(), "p", of.p())),
                        "df1",
                        samples(frame, args).used().size() - 1));
        methods.add("variance_homogeneity", GroupMethods::variances);
        methods.add("tukey_hsd", (frame, args) -> Tukey.of(samples(frame, args), args.number("conf"))
                .map(of -> of.pairs().stream()
                        .map(pair -> Values.of(
                                "pair",
                                        of.groups().get(pair.second()) + "-"
                                                + of.groups().get(pair.first()),
                                "diff", pair.difference().estimate(),
                                "lo", pair.difference().low(),
                                "hi", pair.difference().high(),
                                "p_adj", pair.p()))
                        .toList()));
        methods.add("games_howell", GroupMethods::gamesHowell);
        methods.add("pairwise_t", GroupMethods::pairwise);
        methods.add("column_means", GroupMethods::columnMeans);
    }

    static Samples samples(Frame frame, Arguments args) {
        return Samples.of(frame.numbers(args.text("variable")), frame.factor(args.text("group")));
    }

    /** The values of the groups named a and b. */
    static double[][] two(Frame frame, Arguments args) {
        String variable = args.text("variable");
        String group = args.text("group");
        return new double[][] {
            frame.where(group, args.text("a")).numbers(variable),
            frame.where(group, args.text("b")).numbers(variable)
        };
    }

    private static Map<String, @Nullable Object> test(Student test) {
        return Values.of("t", test.t(), "df", test.degreesOfFreedom(), "p", test.p(), "ci", ends(test.interval()));
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> map, Object... more) {
        map.putAll(Values.of(more));
        return map;
    }

    private static Object anova(Frame frame, Arguments args) {
        Samples samples = samples(frame, args).used();
        int n = samples.values().stream().mapToInt(group -> group.length).sum();
        return Values.orElse(
                Anova.of(samples)
                        .map(of -> Values.of(
                                "n", of.n(),
                                "k", samples.size(),
                                "group_n",
                                        samples.values().stream()
                                                .map(group -> group.length)
                                                .toList(),
                                "group_mean",
                                        samples.values().stream()
                                                .map(Moments::mean)
                                                .toList(),
                                "group_sd",
                                        samples.values().stream()
                                                .map(Moments::sd)
                                                .toList(),
                                "df_between", of.degreesBetween(),
                                "df_within", of.degreesWithin(),
                                "ss_between", of.between(),
                                "ss_within", of.within(),
                                "ms_between", of.between() / of.degreesBetween(),
                                "ms_within", of.meanSquareWithin(),
                                "F", of.f(),
                                "p", of.p(),
                                "eta2", of.etaSquared(),
                                "omega2", of.omegaSquared(),
                                "epsilon2", of.epsilonSquared(),
                                "cohens_f", of.cohensF(),
                                "residual_sd", Math.sqrt(of.meanSquareWithin()))),
                known(samples, n));
    }

    /** What R says of groups that can't be compared because nothing varies in them. */
    private static Object[] known(Samples samples, int n) {
        boolean constant = samples.values().stream()
                        .flatMapToDouble(Arrays::stream)
                        .distinct()
                        .count()
                == 1;
        Object squares = constant ? (Object) 0.0 : Double.NaN;
        int within = n - samples.size();
        return new Object[] {
            "n", n,
            "k", samples.size(),
            "group_n", samples.values().stream().map(group -> group.length).toList(),
            "group_mean", samples.values().stream().map(Moments::mean).toList(),
            "group_sd", samples.values().stream().map(Moments::sd).toList(),
            "df_between", samples.size() - 1,
            "df_within", within,
            "ss_between", squares,
            "ss_within", squares,
            "ms_between", squares,
            "ms_within", squares,
            "residual_sd", squares
        };
    }

    private static Object variances(Frame frame, Arguments args) {
        VarianceHomogeneity of = VarianceHomogeneity.of(samples(frame, args));
        Samples used = samples(frame, args).used();
        int n = used.values().stream().mapToInt(group -> group.length).sum();
        return Values.of(
                "levene_F", of.levene().map(Anova::f),
                "levene_p", of.levene().map(Anova::p),
                "brown_forsythe_F", of.brownForsythe().map(Anova::f),
                "brown_forsythe_p", of.brownForsythe().map(Anova::p),
                "df1", used.size() - 1,
                "df2", n - used.size(),
                "bartlett", of.bartlett().map(VarianceHomogeneity.ChiSquare::statistic),
                "bartlett_p", of.bartlett().map(VarianceHomogeneity.ChiSquare::p),
                "fligner", of.fligner().map(VarianceHomogeneity.ChiSquare::statistic),
                "fligner_p", of.fligner().map(VarianceHomogeneity.ChiSquare::p));
    }

    private static Object gamesHowell(Frame frame, Arguments args) {
        Samples samples = samples(frame, args).used();
        Outcome<GamesHowell> all = GamesHowell.of(samples, args.number("conf"));
        return all.map(of -> {
            List<Object> rows = new ArrayList<>();
            for (int a = 0, at = 0; a < of.groups().size(); a++) {
                for (int b = a + 1; b < of.groups().size(); b++, at++) {
                    Outcome<GamesHowell.Pair> pair = of.pairs().get(at);
                    Outcome<PairComparison> comparison = pair.map(GamesHowell.Pair::comparison);
                    Outcome<Interval> difference = comparison.map(PairComparison::difference);
                    double[] one = samples.values().get(a);
                    double[] other = samples.values().get(b);
                    rows.add(Values.of(
                            "a", of.groups().get(a),
                            "b", of.groups().get(b),
                            "diff", Moments.mean(other) - Moments.mean(one),
                            "lo", difference.map(Interval::low),
                            "hi", difference.map(Interval::high),
                            "se",
                                    pair.isDefined()
                                            ? pair.map(GamesHowell.Pair::error)
                                            : Math.sqrt((Moments.variance(one) / one.length
                                                            + Moments.variance(other) / other.length)
                                                    / 2),
                            "t", pair.map(GamesHowell.Pair::t),
                            "df", comparison.map(PairComparison::degreesOfFreedom),
                            "p_adj", comparison.map(PairComparison::p)));
                }
            }
            return rows;
        });
    }

    private static Object pairwise(Frame frame, Arguments args) {
        PairwiseT of = PairwiseT.of(
                samples(frame, args), TableMethods.adjustment(args.text("adjust")), args.flag("pooled_sd"));
        int k = of.groups().size();
        List<Object> rows = new ArrayList<>();
        for (List<Outcome<Double>> line : of.p()) {
            List<Object> row = new ArrayList<>(line);
            while (row.size() < k - 1) {
                row.add(Double.NaN);
            }
            rows.add(row);
        }
        return Values.of("rows", of.groups().subList(1, k), "cols", of.groups().subList(0, k - 1), "values", rows);
    }

    private static Object columnMeans(Frame frame, Arguments args) {
        Samples groups = Samples.of(frame.numbers(args.text("variable")), frame.factor(args.text("col")));
        ColumnMeans of = ColumnMeans.of(
                groups, args.number("alpha"), TableMethods.adjustment(args.text("adjust")), args.flag("pooled"));
        Map<String, @Nullable Object> names = Values.of();
        Map<String, @Nullable Object> letters = Values.of();
        IntStream.range(0, groups.size()).forEach(group -> {
            names.put(Letters.of(group), groups.names().get(group));
            letters.put(Letters.of(group), of.letters().get(group));
        });
        return Values.of(
                "columns",
                names,
                "n",
                groups.values().stream().map(group -> group.length).toList(),
                "mean",
                groups.values().stream()
                        .map(group -> group.length == 0 ? Double.NaN : Moments.mean(group))
                        .toList(),
                "sd",
                groups.values().stream().map(Moments::sd).toList(),
                "letters",
                letters,
                "pairs",
                of.pairs().stream()
                        .map(pair -> Values.of(
                                "a", Letters.of(pair.first()),
                                "b", Letters.of(pair.second()),
                                "t", pair.test().map(ColumnMeans.Test::t),
                                "df", pair.test().map(ColumnMeans.Test::degreesOfFreedom),
                                "p", pair.test().map(ColumnMeans.Test::p),
                                "p_adj", pair.test().map(ColumnMeans.Test::adjustedP)))
                        .toList());
    }
}
