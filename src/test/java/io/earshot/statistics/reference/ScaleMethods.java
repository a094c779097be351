package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.scale.CohensKappa;
import io.earshot.statistics.scale.CronbachAlpha;
import io.earshot.statistics.scale.FactorAnalysis;
import io.earshot.statistics.scale.Factorability;
import io.earshot.statistics.scale.IntraclassCorrelation;
import io.earshot.statistics.scale.MinimumResiduals;
import io.earshot.statistics.scale.OmegaTotal;
import io.earshot.statistics.scale.OneFactorFit;
import io.earshot.statistics.scale.PairwiseAlpha;
import io.earshot.statistics.scale.PrincipalComponents;
import io.earshot.statistics.scale.Reversal;
import io.earshot.statistics.scale.SplitHalf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reliability, agreement, components and factors. */
final class ScaleMethods {
    private ScaleMethods() {}

    static void register(Methods methods) {
        methods.add("cronbach_alpha", ScaleMethods::alpha);
        methods.add("mcdonald_omega_total", ScaleMethods::omega);
        methods.add("split_half", ScaleMethods::splitHalf);
        methods.add("icc", ScaleMethods::icc);
        methods.add("cohen_kappa", ScaleMethods::kappa);
        methods.add("pca", ScaleMethods::components);
        methods.add("factorability", ScaleMethods::factorability);
        methods.add("efa", ScaleMethods::factors);
    }

    private static CoMoments moments(Frame frame, Arguments args) {
        requireListwise(args);
        return CoMoments.of(frame.matrix(args.texts("variables")));
    }

    private static void requireListwise(Arguments args) {
        String missing = args.optionalText("missing").orElse("listwise");
        if (!missing.equals("listwise")) {
            throw new IllegalArgumentException("unknown treatment of missing answers " + missing);
        }
    }

    private static Object alpha(Frame frame, Arguments args) {
        requireListwise(args);
        List<String> names = args.texts("variables");
        Set<Integer> reversed =
                args.texts("reversed").stream().map(names::indexOf).collect(Collectors.toSet());
        double[][] answers = frame.matrix(names);
        double[] all = Arrays.stream(answers)
                .flatMapToDouble(Arrays::stream)
                .filter(answer -> !Double.isNaN(answer))
                .sorted()
                .toArray();
        double endsOfScale = all.length == 0 ? 0 : all[0] + all[all.length - 1];
        double[][] turned = Reversal.of(answers, reversed, endsOfScale);
        CronbachAlpha of = CronbachAlpha.of(CoMoments.of(turned), 0.95);
        PairwiseAlpha pairwise = PairwiseAlpha.of(turned);
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            CronbachAlpha.Item item = of.items().get(i);
            items.add(Values.of(
                    "item", names.get(i),
                    "mean", item.mean(),
                    "sd", item.sd(),
                    "item_total_r", item.itemTotalCorrelation(),
                    "item_rest_r", item.itemRestCorrelation(),
                    "alpha_if_dropped", item.alphaIfDropped()));
        }
        return Values.of(
                "n_listwise", of.n(),
                "k", names.size(),
                "alpha", of.alpha().map(interval -> interval.estimate()),
                "alpha_standardised", of.standardised(),
                "mean_r", of.meanCorrelation(),
                "feldt_ci", ends(of.alpha()),
                "alpha_pairwise_psych", pairwise.alpha(),
                "alpha_std_pairwise_psych", pairwise.standardised(),
                "guttman_lambda6_std", of.lambda6(),
                "items", items);
    }

    private static Object omega(Frame frame, Arguments args) {
        CoMoments moments = moments(frame, args);
        Outcome<OmegaTotal> of = OmegaTotal.of(moments);
        Outcome<OneFactorFit> fit = of.map(OmegaTotal::fit);
        return Values.of(
                "n", moments.n(),
                "omega_cfa_ml", of.map(OmegaTotal::omega),
                "loadings_unstd", of.map(OmegaTotal::loadings),
                "residual_variances", of.map(OmegaTotal::residualVariances),
                "fit",
                        Values.of(
                                "chisq", fit.map(OneFactorFit::chiSquare),
                                "df", fit.map(OneFactorFit::df),
                                "pvalue", fit.flatMap(OneFactorFit::p),
                                "cfi", fit.map(OneFactorFit::cfi),
                                "tli", fit.map(OneFactorFit::tli),
                                "rmsea", fit.map(OneFactorFit::rmsea),
                                "srmr", fit.map(OneFactorFit::srmr)),
                "omega_minres", of.flatMap(OmegaTotal::minres),
                "loadings_minres", of.flatMap(OmegaTotal::minresLoadings));
    }

    private static Object splitHalf(Frame frame, Arguments args) {
        SplitHalf of = SplitHalf.of(frame.matrix(args.texts("half_a")), frame.matrix(args.texts("half_b")));
        return Values.of("r", of.r(), "spearman_brown", of.spearmanBrown(), "guttman", of.guttman(), "n", of.n());
    }

    private static Object icc(Frame frame, Arguments args) {
        return IntraclassCorrelation.of(frame.matrix(args.texts("variables")), 0.95)
                .map(of -> of.forms().stream()
                        .map(form -> Values.of(
                                "type", form.kind().name().replace('K', 'k'),
                                "icc", form.icc(),
                                "F", form.f(),
                                "df1", form.df1(),
                                "df2", form.df2(),
                                "p", form.p(),
                                "lo", ends(form.interval()).get(0),
                                "hi", ends(form.interval()).get(1)))
                        .toList());
    }

    private static Object kappa(Frame frame, Arguments args) {
        // psych writes 0 for a variance that isn't defined.
        return CohensKappa.of(frame.factor(args.text("a")), frame.factor(args.text("b")))
                .map(of -> Values.of(
                        "kappa", of.kappa().map(CohensKappa.Estimate::value),
                        "kappa_weighted_quadratic", of.weighted().map(CohensKappa.Estimate::value),
                        "var_kappa",
                                of.kappa()
                                        .toOptional()
                                        .map(CohensKappa.Estimate::variance)
                                        .orElse(0.0),
                        "var_weighted",
                                of.weighted()
                                        .toOptional()
                                        .map(CohensKappa.Estimate::psychVariance)
                                        .orElse(0.0),
                        "n", of.n()));
    }

    private static Object components(Frame frame, Arguments args) {
        CoMoments moments = moments(frame, args);
        List<String> names = args.texts("variables");
        Outcome<PrincipalComponents> of =
                args.text("matrix").toLowerCase(Locale.ROOT).equals("covariance")
                        ? PrincipalComponents.ofCovariances(moments)
                        : PrincipalComponents.ofCorrelations(moments);
        return Values.of(
                "n", moments.n(),
                "eigenvalues", of.map(PrincipalComponents::eigenvalues),
                "share", of.map(PrincipalComponents::shares),
                "loadings",
                        of.map(some -> Values.of(
                                "rows", names, "cols", numbered("PC", names.size()), "values", some.loadings())));
    }

    private static Object factorability(Frame frame, Arguments args) {
        CoMoments moments = moments(frame, args);
        Outcome<Factorability> of = Factorability.of(moments);
        return Values.of(
                "n", moments.n(),
                "kmo", of.flatMap(Factorability::kmo),
                "msa", of.map(Factorability::msa),
                "bartlett_chisq", of.map(Factorability::bartlett),
                "bartlett_df", of.map(Factorability::df),
                "bartlett_p", of.map(Factorability::p),
                "determinant", of.map(Factorability::determinant));
    }

    private static Object factors(Frame frame, Arguments args) {
        CoMoments moments = moments(frame, args);
        int count = (int) args.count("factors");
        Outcome<FactorAnalysis> of = FactorAnalysis.of(moments, count);
        Outcome<MinimumResiduals> minres = MinimumResiduals.of(moments, count);
        return Values.of(
                "n", moments.n(),
                "uniquenesses", of.map(FactorAnalysis::uniquenesses),
                "chisq", of.flatMap(FactorAnalysis::test).map(FactorAnalysis.Test::chiSquare),
                "df", of.map(FactorAnalysis::df),
                "p", of.flatMap(FactorAnalysis::test).map(FactorAnalysis.Test::p),
                "varimax_loadings",
                        of.map(some -> Values.of(
                                "rows",
                                args.texts("variables"),
                                "cols",
                                numbered("F", count),
                                "values",
                                some.loadings())),
                "minres_communalities", minres.map(MinimumResiduals::communalities),
                "minres_rms", minres.map(MinimumResiduals::rms));
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
