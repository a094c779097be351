package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.regression.FirthRegression;
import io.earshot.statistics.regression.PenalisedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Firth's logistic regression. A plain "p", "se" or "lo" is Wald's in cases made with brglm2 and the profile's in those made
 * with logistf, as their summaries have it; "loglik" likewise without and with the penalty.
 */
final class FirthMethods {
    private FirthMethods() {}

    static Map<String, @Nullable Object> values(FirthRegression fit, Arguments args) {
        JsonNode row = args.check().values().path("coefficients").path(0);
        boolean logistf =
                args.check().r().contains("logistf") || ((row.has("chisq") || row.has("chi_sq")) && !row.has("z"));
        Map<String, @Nullable Object> values = Values.of(
                "n", fit.n(),
                "events", fit.events(),
                "coefficients", rows(fit, logistf),
                "aliased", fit.aliased(),
                "iterations", fit.iterations(),
                "loglik", logistf ? fit.penalisedLogLikelihood() : fit.logLikelihood(),
                "loglik_null", fit.overall().map(test -> fit.penalisedLogLikelihood() - test.chiSquare() / 2),
                "loglik_unpenalised", fit.logLikelihood(),
                "loglik_unpenalized", fit.logLikelihood(),
                "lr_chisq", fit.overall().map(FirthRegression.OverallTest::chiSquare),
                "lr_df", fit.overall().map(FirthRegression.OverallTest::degreesOfFreedom),
                "lr_p", fit.overall().map(FirthRegression.OverallTest::p),
                "deviance", -2 * fit.logLikelihood(),
                "penalised_deviance", -2 * fit.penalisedLogLikelihood(),
                "penalized_deviance", -2 * fit.penalisedLogLikelihood());
        List<String> terms = fit.coefficients().stream().map(Coefficient::term).toList();
        double[][] ends = fit.profiles().stream()
                .map(one -> Values.ends(one.map(PenalisedProfile::interval)).stream()
                        .mapToDouble(end -> end)
                        .toArray())
                .toArray(double[][]::new);
        values.put("profile_ci", Values.matrix(terms, List.of("2.5 %", "97.5 %"), ends));
        for (String penalised : List.of("penalised", "penalized")) {
            values.put("loglik_" + penalised, fit.penalisedLogLikelihood());
            values.put(penalised + "_loglik", fit.penalisedLogLikelihood());
        }
        return values;
    }

    private static List<Map<String, @Nullable Object>> rows(FirthRegression fit, boolean logistf) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(RegressionMethods.rows(fit.coefficients(), "z"));
        for (int i = 0; i < rows.size(); i++) {
            Map<String, @Nullable Object> row = rows.get(i);
            Outcome<PenalisedProfile> profile = fit.profiles().get(i);
            double estimate = fit.coefficients().get(i).estimate();
            double augmented = fit.augmentedErrors().get(i);
            Outcome<Double> low = profile.map(one -> one.interval().low());
            Outcome<Double> high = profile.map(one -> one.interval().high());
            Outcome<Double> p = profile.map(PenalisedProfile::p);
            row.put("coef", estimate);
            row.put("p_wald", row.get("p"));
            row.put("wald_p", row.get("p"));
            row.put("wald_lo", row.get("lo"));
            row.put("wald_hi", row.get("hi"));
            row.put("se_augmented", augmented);
            List.of("chisq", "chi_sq", "chi_square", "profile_chisq")
                    .forEach(name -> row.put(name, profile.map(PenalisedProfile::chiSquare)));
            List.of("p_profile", "profile_p", "p_penalised", "p_penalized", "p_lr", "lr_p", "prob")
                    .forEach(name -> row.put(name, p));
            List.of("profile_lo", "pl_lo", "lower", "ci_low", "ci_lo", "ci_lower")
                    .forEach(name -> row.put(name, low));
            List.of("profile_hi", "pl_hi", "upper", "ci_high", "ci_hi", "ci_upper")
                    .forEach(name -> row.put(name, high));
            row.put("ci", profile.map(one -> Values.ends(one.interval())));
            row.put("or_profile_lo", low.map(Math::exp));
            row.put("or_profile_hi", high.map(Math::exp));
            row.put("or_lo", low.map(Math::exp));
            row.put("or_hi", high.map(Math::exp));
            if (logistf) {
                row.put("se", augmented);
                row.put("z", estimate / augmented);
                row.put("p", p);
                row.put("lo", low);
                row.put("hi", high);
            }
        }
        return rows;
    }
}
