package io.earshot.statistics.survey;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A mean whose standard error comes from leaving out each sampling unit in turn. R: {@code as.svrepdesign(type = "JK1")}, or
 * {@code "JKn"} for a stratified design, then {@code svymean}.
 *
 * @param n        rows with a value and a weight above 0
 * @param excluded rows of a weight above 0 that lack a value
 * @param nEffective (Σw)² / Σw²
 * @param replicates units left out in turn
 */
public record Jackknife(
        int n,
        int excluded,
        double nEffective,
        double mean,
        double standardError,
        int replicates,
        int degreesOfFreedom,
        Outcome<Interval> interval) {

    /** Undefined if a stratum has a single unit, whose absence can't be made up for. */
    public static Outcome<Jackknife> mean(SurveyDesign design, double[] values, double confidence) {
        SurveyDesign used = design.where(values);
        int[] units = used.units();
        int[] strata = used.strata();
        Map<Integer, double[]> sumsOfUnit = new HashMap<>();
        Map<Integer, Integer> rowOfUnit = new HashMap<>();
        double[][] stratumSums =
                new double[Math.max(0, IntStream.of(strata).max().orElse(0)) + 1][3];
        double above = 0;
        double below = 0;
        for (int row = 0; row < units.length; row++) {
            if (strata[row] == SurveyDesign.NOT_DRAWN) {
                continue;
            }
            if (rowOfUnit.putIfAbsent(units[row], row) == null) {
                stratumSums[strata[row]][2]++;
            }
            double weight = used.weight(row);
            double product = weight > 0 ? weight * values[row] : 0;
            double[] unit = sumsOfUnit.computeIfAbsent(units[row], any -> new double[2]);
            unit[0] += product;
            unit[1] += weight;
            stratumSums[strata[row]][0] += product;
            stratumSums[strata[row]][1] += weight;
            above += product;
            below += weight;
        }
        if (below == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "no row with a value has a weight above 0");
        }
        for (double[] stratum : stratumSums) {
            if (stratum[2] < 2) {
                return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a stratum has a single sampling unit");
            }
        }
        int replicates = rowOfUnit.size();
        double[] means = new double[replicates];
        double[] scales = new double[replicates];
        int next = 0;
        for (Map.Entry<Integer, Integer> unit : rowOfUnit.entrySet()) {
            double[] own = sumsOfUnit.getOrDefault(unit.getKey(), new double[2]);
            double[] stratum = stratumSums[strata[unit.getValue()]];
            double n = stratum[2];
            double grown = n / (n - 1);
            double rest = below - stratum[1] + grown * (stratum[1] - own[1]);
            if (rest == 0) {
                return Outcome.undefined(Reason.NO_WEIGHT, "one sampling unit holds all of the weight");
            }
            means[next] = (above - stratum[0] + grown * (stratum[0] - own[0])) / rest;
            double population = used.unitsInPopulation(unit.getValue());
            double open = Double.isInfinite(population) ? 1 : (population - n) / population;
            scales[next++] = open * (n - 1) / n;
        }
        double middle = IntStream.range(0, replicates)
                .mapToDouble(i -> means[i])
                .average()
                .orElseThrow();
        double variance = IntStream.range(0, replicates)
                .mapToDouble(i -> scales[i] * (means[i] - middle) * (means[i] - middle))
                .sum();
        double error = Math.sqrt(variance);
        int df = design.degreesOfFreedom();
        double mean = above / below;
        return Outcome.of(new Jackknife(
                used.n(),
                design.n() - used.n(),
                used.nEffective(),
                mean,
                error,
                replicates,
                df,
                SurveyMean.interval(mean, error, df, confidence)));
    }
}
