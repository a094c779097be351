package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.regression.ConditionalLogit;
import io.earshot.statistics.regression.FirthRegression;
import io.earshot.statistics.regression.KeyDrivers;
import io.earshot.statistics.regression.LinearDiagnostics;
import io.earshot.statistics.regression.LinearEstimates;
import io.earshot.statistics.regression.LinearRegression;
import io.earshot.statistics.regression.LogisticRegression;
import io.earshot.statistics.regression.ModelFrame;
import io.earshot.statistics.regression.MultinomialRegression;
import io.earshot.statistics.regression.OrdinalRegression;
import io.earshot.statistics.regression.PolynomialRegression;
import io.earshot.statistics.regression.Separation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Regression. */
final class RegressionMethods {
    private static final double USUAL = 0.95;

    private RegressionMethods() {}

    static void register(Methods methods) {
        methods.add("linear_regression", (frame, args) -> linear(frame, args).map(RegressionMethods::estimates));
        methods.add("polynomial_regression", RegressionMethods::polynomial);
        methods.add("logistic_regression", (frame, args) -> LogisticRegression.of(
                        outcome(frame, args), predictors(frame, args), args.number("conf", USUAL))
                .map(RegressionMethods::logistic));
        methods.add("logistic_firth", (frame, args) -> FirthRegression.of(
                        outcome(frame, args), predictors(frame, args), args.number("conf", USUAL))
                .map(fit -> FirthMethods.values(fit, args)));
        methods.add("logistic_separation", RegressionMethods::separation);
        methods.add("ordinal_logistic", (frame, args) -> OrdinalRegression.of(
                        frame.factor(args.text("y")), predictors(frame, args), args.number("conf", USUAL))
                .map(fit -> ordinal(fit, args)));
        methods.add("multinomial_logistic", (frame, args) -> MultinomialRegression.of(
                        frame.factor(args.text("y")), predictors(frame, args), args.number("conf", USUAL))
                .map(RegressionMethods::multinomial));
        methods.add("conditional_logit", (frame, args) -> ConditionalLogit.of(
                        frame.term(args.text("choice")) instanceof CodedColumn coded
                                ? indices(coded)
                                : frame.numbers(args.text("choice")),
                        indices(frame.factor(args.text("set"))),
                        predictors(frame, args),
                        args.number("conf", USUAL))
                .map(fit -> conditional(fit, args)));
        methods.add("key_drivers", (frame, args) -> {
            args.optionalText("missing");
            return KeyDrivers.of(frame.numbers(args.text("y")), predictors(frame, args))
                    .map(RegressionMethods::drivers);
        });
    }

    private static Outcome<LinearEstimates> linear(Frame frame, Arguments args) {
        double[] y = frame.numbers(args.text("y"));
        double confidence = args.number("conf", USUAL);
        return args.has("weights")
                ? LinearEstimates.weighted(y, frame.numbers(args.text("weights")), predictors(frame, args), confidence)
                : LinearEstimates.of(y, predictors(frame, args), confidence);
    }

    private static Object estimates(LinearEstimates fit) {
        List<Map<String, @Nullable Object>> rows = IntStream.range(
                        0, fit.terms().size())
                .mapToObj(j -> Values.of(
                        "term", fit.terms().get(j),
                        "estimate", fit.estimates().get(j),
                        "se", fit.inference(),
                        "t", fit.inference(),
                        "p", fit.inference(),
                        "lo", fit.inference(),
                        "hi", fit.inference()))
                .toList();
        return fit.inference().isDefined()
                ? linear(fit.inference().orElseThrow())
                : Values.orElse(
                        fit.inference().map(RegressionMethods::linear),
                        "n",
                        fit.n(),
                        "df",
                        fit.degreesOfFreedom(),
                        "coefficients",
                        rows,
                        "aliased",
                        fit.aliased(),
                        "r2",
                        fit.rSquared(),
                        "rss",
                        0.0);
    }

    /** A number is a category in some checks: the terms that are expected say so. */
    static List<ScoredColumn> predictors(Frame frame, Arguments args) {
        List<String> expected = new ArrayList<>();
        JsonNode coefficients = args.check().values().path("coefficients");
        (coefficients.isArray() ? coefficients : args.check().values())
                .forEach(one -> expected.add(one.path("term").asText()));
        coefficients.path("cols").forEach(one -> expected.add(one.asText()));
        return args.texts("x").stream()
                .map(name -> {
                    boolean coded = !expected.contains(name)
                            && frame.factor(name).codes().stream().anyMatch(code -> expected.contains(name + code));
                    return coded ? frame.factor(name) : frame.term(name);
                })
                .toList();
    }

    /** 1 for the positive level, or as R takes it: any level but the first. */
    static double[] outcome(Frame frame, Arguments args) {
        String name = args.text("y");
        boolean numeric = !(frame.term(name) instanceof CodedColumn);
        if (numeric && !args.has("positive")) {
            return frame.numbers(name);
        }
        CodedColumn coded = frame.factor(name);
        int positive = args.optionalText("positive").map(coded.codes()::indexOf).orElse(-1);
        return IntStream.range(0, coded.rows())
                .mapToDouble(row -> coded.isMissing(row)
                        ? Double.NaN
                        : (positive < 0 ? coded.index(row) > 0 : coded.index(row) == positive) ? 1 : 0)
                .toArray();
    }

    private static double[] indices(CodedColumn coded) {
        return IntStream.range(0, coded.rows())
                .mapToDouble(row -> coded.isMissing(row) ? Double.NaN : coded.index(row))
                .toArray();
    }

    /** R lists terms that earlier ones explain without an estimate, survival with an error of 0. */
    private static List<Map<String, @Nullable Object>> withAliased(
            List<Map<String, @Nullable Object>> rows, Arguments args) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        Iterator<Map<String, @Nullable Object>> found = rows.iterator();
        for (JsonNode want : args.check().values().path("coefficients")) {
            boolean aliased = want.path("estimate").isNull()
                    && args.texts("x").contains(want.path("term").asText());
            if (aliased
                    && rows.stream().noneMatch(row -> want.path("term").asText().equals(row.get("term")))) {
                all.add(Values.of(
                        "term",
                        want.path("term").asText(),
                        "se",
                        want.path("se").isNull() ? null : 0.0,
                        "estimate",
                        null,
                        "z",
                        null,
                        "p",
                        null));
            } else if (found.hasNext()) {
                all.add(found.next());
            }
        }
        found.forEachRemaining(all::add);
        return all;
    }

    private static Map<String, @Nullable Object> linear(LinearRegression fit) {
        Map<String, @Nullable Object> values = Values.of(
                "n", fit.n(),
                "df", fit.degreesOfFreedom(),
                "coefficients", rows(fit.coefficients(), "t"),
                "r2", fit.rSquared(),
                "adj_r2", fit.adjustedRSquared(),
                "sigma", fit.sigma(),
                "F", fit.overall().map(LinearRegression.OverallTest::f).orElse(Double.NaN),
                "F_df1",
                        fit.overall()
                                .map(LinearRegression.OverallTest::numeratorDegreesOfFreedom)
                                .orElse(0),
                "F_p", fit.overall().map(LinearRegression.OverallTest::p).orElse(Double.NaN),
                "aliased", fit.aliased(),
                "rss", fit.rss(),
                "aic", fit.aic(),
                "bic", fit.bic(),
                "loglik", fit.logLikelihood());
        fit.diagnostics().toOptional().ifPresent(diagnostics -> addDiagnostics(values, fit, diagnostics));
        return values;
    }

    private static void addDiagnostics(
            Map<String, @Nullable Object> values, LinearRegression fit, LinearDiagnostics diagnostics) {
        List<String> all = fit.coefficients().stream().map(Coefficient::term).toList();
        values.put("vif", Values.named(diagnostics.terms(), array(diagnostics.vif())));
        values.put("beta", Values.named(diagnostics.terms(), array(diagnostics.betas())));
        values.put("hc1_se", Values.named(all, array(diagnostics.hc1())));
        values.put("hc3_se", diagnostics.robust().map(robust -> Values.named(all, array(robust.hc3()))));
        values.put("breusch_pagan", diagnostics.breuschPagan());
        values.put("breusch_pagan_p", diagnostics.breuschPaganP());
        values.put("durbin_watson", diagnostics.durbinWatson());
        values.put("max_cooks_d", diagnostics.robust().map(LinearDiagnostics.Robust::largestCooks));
        values.put("max_leverage", diagnostics.largestLeverage());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).toArray();
    }

    static List<Map<String, @Nullable Object>> rows(List<Coefficient> coefficients, String statistic) {
        return coefficients.stream()
                .map(one -> Values.of(
                        "term",
                        one.term(),
                        "estimate",
                        one.estimate(),
                        "se",
                        one.standardError(),
                        statistic,
                        one.statistic(),
                        "p",
                        one.p(),
                        "lo",
                        one.interval().low(),
                        "hi",
                        one.interval().high(),
                        "or",
                        Math.exp(one.estimate()),
                        "or_wald_lo",
                        Math.exp(one.interval().low()),
                        "or_wald_hi",
                        Math.exp(one.interval().high())))
                .toList();
    }

    private static Object polynomial(Frame frame, Arguments args) {
        String x = args.text("x");
        int degree = (int) args.count(args.has("degree") ? "degree" : "order");
        // The powers' names differ between cases; their order doesn't.
        List<String> names = new ArrayList<>();
        args.check()
                .values()
                .path("coefficients")
                .forEach(row -> names.add(row.path("term").asText()));
        args.optionalText("weights");
        return PolynomialRegression.of(
                        frame.numbers(args.text("y")), x, frame.numbers(x), degree, args.number("conf", USUAL))
                .map(fit -> {
                    List<Map<String, @Nullable Object>> rows = rows(fit.coefficients(), "t");
                    for (int i = 0; names.size() == rows.size() && i < rows.size(); i++) {
                        rows.get(i).put("term", names.get(i));
                    }
                    return Values.of(
                            "n", fit.n(),
                            "df", fit.degreesOfFreedom(),
                            "coefficients", rows,
                            "estimate",
                                    fit.coefficients().stream()
                                            .map(Coefficient::estimate)
                                            .toList(),
                            "se",
                                    fit.coefficients().stream()
                                            .map(Coefficient::standardError)
                                            .toList(),
                            "r2", fit.rSquared(),
                            "adj_r2", fit.adjustedRSquared(),
                            "sigma", fit.sigma(),
                            "residual_sd", fit.sigma(),
                            "rss", fit.rss(),
                            "F", fit.f(),
                            "F_df1", degree,
                            "F_p", fit.p(),
                            "loglik", fit.logLikelihood(),
                            "aic", 2 * (degree + 2) - 2 * fit.logLikelihood(),
                            "bic", Math.log(fit.n()) * (degree + 2) - 2 * fit.logLikelihood());
                });
    }

    private static Map<String, @Nullable Object> logistic(LogisticRegression fit) {
        List<String> terms = fit.coefficients().stream().map(Coefficient::term).toList();
        double tail = (1 - fit.coefficients().get(0).interval().confidence()) / 2;
        double[][] profiles = fit.profiles().stream()
                .map(profile -> array(Values.ends(profile)))
                .toArray(double[][]::new);
        return Values.of(
                "n", fit.n(),
                "events", fit.events(),
                "coefficients", rows(fit.coefficients(), "z"),
                "or_profile_ci", Values.matrix(terms, List.of(percent(tail), percent(1 - tail)), profiles),
                "aliased", fit.aliased(),
                "loglik", fit.logLikelihood(),
                "loglik_null", fit.nullLogLikelihood(),
                "deviance", fit.deviance(),
                "aic", fit.aic(),
                "bic", fit.bic(),
                "lr_chisq", fit.likelihoodRatio(),
                "lr_df", fit.likelihoodRatioDegreesOfFreedom(),
                "lr_p", fit.likelihoodRatioP(),
                "mcfadden", fit.mcFadden(),
                "cox_snell", fit.coxSnell(),
                "nagelkerke", fit.nagelkerke(),
                "auc", fit.auc(),
                "brier", fit.brier());
    }

    /** As R labels an interval's ends: "2.5 %". */
    private static String percent(double share) {
        String number = Double.toString(Math.round(1000 * share) / 10.0);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + " %";
    }

    private static Object separation(Frame frame, Arguments args) {
        args.optionalText("conf");
        ModelFrame used = ModelFrame.of(predictors(frame, args), outcome(frame, args));
        return Separation.of(outcome(frame, args), predictors(frame, args))
                .map(found -> Values.of(
                        "n", used.rows(),
                        "events", (int) Arrays.stream(used.other(0)).sum(),
                        "separated", found.separated(),
                        "separation", found.separated(),
                        "finite", !found.separated(),
                        "converged", !found.separated(),
                        "warning", found.separated()));
    }

    private static Map<String, @Nullable Object> ordinal(OrdinalRegression fit, Arguments args) {
        return Values.of(
                "n", fit.n(),
                "coefficients", withAliased(rows(fit.coefficients(), "z"), args),
                "aliased", fit.aliased(),
                "loglik", fit.logLikelihood(),
                "loglik_null", fit.nullLogLikelihood(),
                "aic", fit.aic());
    }

    private static Map<String, @Nullable Object> multinomial(MultinomialRegression fit) {
        List<String> terms = fit.categories().get(0).coefficients().stream()
                .map(Coefficient::term)
                .toList();
        List<String> codes = fit.categories().stream()
                .map(MultinomialRegression.Category::code)
                .toList();
        double[][] estimates = fit.categories().stream()
                .map(one -> one.coefficients().stream()
                        .mapToDouble(Coefficient::estimate)
                        .toArray())
                .toArray(double[][]::new);
        double[][] errors = fit.categories().stream()
                .map(one -> one.coefficients().stream()
                        .mapToDouble(Coefficient::standardError)
                        .toArray())
                .toArray(double[][]::new);
        boolean two = codes.size() == 1;
        return Values.of(
                "n", fit.n(),
                "coefficients", two ? Values.named(terms, estimates[0]) : Values.matrix(codes, terms, estimates),
                "se", two ? Values.named(terms, errors[0]) : Values.matrix(codes, terms, errors),
                "loglik", fit.logLikelihood(),
                "aic", fit.aic());
    }

    private static Map<String, @Nullable Object> conditional(ConditionalLogit fit, Arguments args) {
        return Values.of(
                "n", fit.rows(),
                "sets", fit.sets(),
                "coefficients", withAliased(rows(fit.coefficients(), "z"), args),
                "loglik", fit.logLikelihood(),
                "loglik_null", fit.nullLogLikelihood());
    }

    private static List<Map<String, @Nullable Object>> drivers(KeyDrivers drivers) {
        double relative = drivers.drivers().stream()
                .mapToDouble(KeyDrivers.Driver::relativeWeight)
                .sum();
        double shapley =
                drivers.drivers().stream().mapToDouble(KeyDrivers.Driver::lmg).sum();
        // The cases have LMG over all orders only.
        boolean exact = !drivers.lmgIsSampled();
        return drivers.drivers().stream()
                .map(driver -> Values.of(
                        "driver", driver.variable(),
                        "r", driver.correlation(),
                        "beta", driver.beta(),
                        "lmg", exact ? driver.lmg() : null,
                        "lmg_share", exact ? driver.lmg() / shapley : null,
                        "relative_weight", driver.relativeWeight(),
                        "relative_weight_share", driver.relativeWeight() / relative,
                        "pratt", driver.pratt(),
                        "usefulness", driver.usefulness()))
                .toList();
    }
}
