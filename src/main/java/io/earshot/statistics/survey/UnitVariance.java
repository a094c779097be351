package io.earshot.statistics.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The variance between the units of each stratum, summed over strata. */
record UnitVariance(int[] strata, int[] units, int[] unitsInStratum, double[] unitsInPopulation, LonelyUnit lonely) {

    /** @param influences for each estimate, one weighted number a row */
    double[][] of(double[][] influences) {
        int size = influences.length;
        Map<Integer, Integer> firstRow = new HashMap<>();
        int[] unitOfRow = new int[strata.length];
        for (int row = 0; row < strata.length; row++) {
            if (strata[row] == SurveyDesign.NOT_DRAWN) {
                continue;
            }
            Integer place = firstRow.putIfAbsent(units[row], firstRow.size());
            unitOfRow[row] = place == null ? firstRow.size() - 1 : place;
        }
        int[] stratumOfUnit = new int[firstRow.size()];
        double[] populationOfUnit = new double[firstRow.size()];
        double[][] sums = new double[size][firstRow.size()];
        for (int row = strata.length - 1; row >= 0; row--) {
            if (strata[row] == SurveyDesign.NOT_DRAWN) {
                continue;
            }
            stratumOfUnit[unitOfRow[row]] = strata[row];
            populationOfUnit[unitOfRow[row]] = unitsInPopulation[row];
            for (int i = 0; i < size; i++) {
                sums[i][unitOfRow[row]] += influences[i][row];
            }
        }
        return covariance(sums, stratumOfUnit, populationOfUnit);
    }

    private double[][] covariance(double[][] sums, int[] stratumOfUnit, double[] populationOfUnit) {
        int size = sums.length;
        double[][] means = new double[size][unitsInStratum.length];
        for (int i = 0; i < size; i++) {
            for (int unit = 0; unit < stratumOfUnit.length; unit++) {
                int stratum = stratumOfUnit[unit];
                // One unit has no mean to be compared with but the whole sample's, where influences add up to 0.
                means[i][stratum] += unitsInStratum[stratum] > 1 ? sums[i][unit] / unitsInStratum[stratum] : 0;
            }
        }
        double[][] covariance = new double[size][size];
        int alone = 0;
        boolean adjust = lonely == LonelyUnit.ADJUST
                || lonely == LonelyUnit.AVERAGE && IntStream.of(unitsInStratum).allMatch(n -> n == 1);
        for (int unit = 0; unit < stratumOfUnit.length; unit++) {
            int stratum = stratumOfUnit[unit];
            int n = unitsInStratum[stratum];
            double population = populationOfUnit[unit];
            double open = Double.isInfinite(population) ? 1 : (population - n) / population;
            if (open < 1e-7) {
                continue;
            }
            if (n == 1 && !adjust) {
                alone++;
                continue;
            }
            double scale = n > 1 ? open * n / (n - 1) : open;
            for (int i = 0; i < size; i++) {
                double first = sums[i][unit] - means[i][stratum];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += scale * first * (sums[j][unit] - means[j][stratum]);
                }
            }
        }
        double strataPerKnown = lonely == LonelyUnit.AVERAGE && alone < unitsInStratum.length
                ? (double) unitsInStratum.length / (unitsInStratum.length - alone)
                : 1;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] *= strataPerKnown;
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }
}
