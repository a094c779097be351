package io.earshot.statistics.market;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Kano's classes of a feature, from how respondents feel with it and without it (1 like, 2 expect, 3 neutral, 4 can live
 * with, 5 dislike).
 *
 * @param excluded respondents that lack one of both answers
 * @param nEffective       (Σw)² / Σw²; n without weights
 * @param counts           respondents per class
 * @param weighted         the sums of their weights; their counts without weights
 * @param classes          the class, or classes, that most fall into, by weight; so are all figures that follow
 * @param better           (A + O) / (A + O + M + I), in [0, 1]; undefined if the base is 0
 * @param worse            -(O + M) / (A + O + M + I), in [-1, 0]; undefined if the base is 0
 * @param categoryStrength (largest - second) / n
 * @param totalStrength    (M + O + A) / n
 * @param fongLimit        1.65 √((a + b)(2n - a - b) / 2n) of the two largest counts, at the effective base: by so much they must differ
 * @param fongHolds        true if they do
 * @see <a href="https://doi.org/10.20684/quality.14.2_147">Kano et al. (1984), J. Japanese Soc. Quality Control 14, 147-156</a>
 */
public record Kano(
        long n,
        long excluded,
        double nEffective,
        Map<Feature, Long> counts,
        Map<Feature, Double> weighted,
        List<Feature> classes,
        Outcome<Double> better,
        Outcome<Double> worse,
        double categoryStrength,
        double totalStrength,
        double fongLimit,
        boolean fongHolds) {
    public Kano {
        counts = Map.copyOf(counts);
        weighted = Map.copyOf(weighted);
        classes = List.copyOf(classes);
    }

    /** What a feature is to a respondent. */
    public enum Feature {
        MUST_BE,
        ONE_DIMENSIONAL,
        ATTRACTIVE,
        INDIFFERENT,
        REVERSE,
        QUESTIONABLE
    }

    /**
     * The classes of respondents that gave both answers; undefined if there are none.
     *
     * @param with    how one feels if the feature is there, 1 to 5, NaN where missing
     * @param without how one feels if it is not
     * @throws IllegalArgumentException if an answer is not a whole number from 1 to 5
     */
    public static Outcome<Kano> of(double[] with, double[] without) {
        double[] once = new double[with.length];
        Arrays.fill(once, 1);
        return of(with, without, once);
    }

    /** The same by weight, one a row, at least 0. */
    public static Outcome<Kano> of(double[] with, double[] without, double[] weights) {
        double[][] pairs = Complete.columns(with, without, weights);
        int n = pairs[0].length;
        double people = Arrays.stream(pairs[2]).sum();
        if (n == 0 || people == 0) {
            return Outcome.undefined(
                    n == 0 ? Reason.NO_ANSWERS : Reason.NO_WEIGHT,
                    n == 0 ? "nobody gave both answers" : "nobody with a weight gave both answers");
        }
        long[] counts = new long[Feature.values().length];
        double[] sums = new double[counts.length];
        for (int i = 0; i < n; i++) {
            int kind = feature(answer(pairs[0][i]), answer(pairs[1][i])).ordinal();
            counts[kind]++;
            sums[kind] += pairs[2][i];
        }
        double must = sums[Feature.MUST_BE.ordinal()];
        double one = sums[Feature.ONE_DIMENSIONAL.ordinal()];
        double attractive = sums[Feature.ATTRACTIVE.ordinal()];
        double base = must + one + attractive + sums[Feature.INDIFFERENT.ordinal()];
        double[] ascending = Arrays.stream(sums).sorted().toArray();
        double most = ascending[ascending.length - 1];
        double second = ascending[ascending.length - 2];
        double effective =
                people * people / Arrays.stream(pairs[2]).map(w -> w * w).sum();
        double each = effective / people;
        double both = (most + second) * each;
        double limit = 1.65 * Math.sqrt(both * (2.0 * effective - both) / (2.0 * effective));
        Map<Feature, Long> byFeature = new EnumMap<>(Feature.class);
        Map<Feature, Double> weighted = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            byFeature.put(feature, counts[feature.ordinal()]);
            weighted.put(feature, sums[feature.ordinal()]);
        }
        return Outcome.of(new Kano(
                n,
                with.length - n,
                effective,
                byFeature,
                weighted,
                Arrays.stream(Feature.values())
                        .filter(feature -> sums[feature.ordinal()] == most)
                        .toList(),
                share(attractive + one, base),
                share(0 - (one + must), base),
                (most - second) / people,
                (must + one + attractive) / people,
                limit,
                (most - second) * each >= limit));
    }

    private static Feature feature(int with, int without) {
        if (with == without && (with == 1 || with == 5)) {
            return Feature.QUESTIONABLE;
        }
        if (with == 5 || without == 1) {
            return Feature.REVERSE;
        }
        if (with == 1) {
            return without == 5 ? Feature.ONE_DIMENSIONAL : Feature.ATTRACTIVE;
        }
        return without == 5 ? Feature.MUST_BE : Feature.INDIFFERENT;
    }

    private static int answer(double value) {
        if (value != Math.rint(value) || value < 1 || value > 5) {
            throw new IllegalArgumentException("an answer must be a whole number from 1 to 5: " + value);
        }
        return (int) value;
    }

    private static Outcome<Double> share(double part, double base) {
        return base == 0
                ? Outcome.undefined(Reason.NO_ANSWERS, "all answers are reversed or questionable")
                : Outcome.of(part / base);
    }
}
