package io.earshot.statistics.scale;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Intraclass correlations: how far raters who rate the same things agree, in the six forms of Shrout and Fleiss.
 *
 * <p>From the mean squares between things (B), within them (W), between raters (J) and of the remainder (E). At most 1;
 * negative where raters agree less than by chance. R: {@code psych::ICC(x, lmer = FALSE)}.
 *
 * @param n        things that all raters rated
 * @param excluded things that lack a rating
 * @param forms    in the order of {@link Kind}
 * @see <a href="https://doi.org/10.1037/0033-2909.86.2.420">Shrout, Fleiss (1979), Psychological Bulletin 86, 420-428</a>
 */
public record IntraclassCorrelation(long n, long excluded, int raters, List<Form> forms) {
    /** Who rated, and whether one rating or the mean of all is to be trusted. */
    public enum Kind {
        /** Other raters for each thing, one rating: (B - W) / (B + (k - 1) W). */
        ICC1,
        /** The same raters, drawn from many, one rating: (B - E) / (B + (k - 1) E + k (J - E) / n). */
        ICC2,
        /** Just these raters, whose levels don't matter, one rating: (B - E) / (B + (k - 1) E). */
        ICC3,
        /** As {@link #ICC1}, the mean of all raters: (B - W) / B. */
        ICC1K,
        /** As {@link #ICC2}, the mean of all raters: (B - E) / (B + (J - E) / n). */
        ICC2K,
        /** As {@link #ICC3}, the mean of all raters: (B - E) / B. */
        ICC3K
    }

    /**
     * @param f        the test of no agreement on {@code df1} and {@code df2} degrees of freedom; infinite if nothing is
     *     left unexplained
     * @param interval undefined if nothing is left unexplained
     */
    public record Form(Kind kind, double icc, double f, double df1, double df2, double p, Outcome<Interval> interval) {}

    private record Squares(double n, double k, double between, double within, double raters, double rest) {}

    /**
     * Undefined for fewer than two complete rows or two raters, or if all rated things have the same mean.
     *
     * @param ratings one array per thing with a rating per rater, NaN where missing
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
     */
    public static Outcome<IntraclassCorrelation> of(double[][] ratings, double confidence) {
        double[][] rows = Complete.rows(ratings);
        if (rows.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "agreement needs two things rated by all: %d", rows.length);
        }
        if (rows[0].length < 2) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "agreement needs two raters: %d", rows[0].length);
        }
        Squares squares = squares(rows);
        if (!(squares.between() > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "all rated things have the same mean");
        }
        return Outcome.of(new IntraclassCorrelation(
                rows.length, ratings.length - rows.length, rows[0].length, forms(squares, (1 - confidence) / 2)));
    }

    private static Squares squares(double[][] rows) {
        int n = rows.length;
        int k = rows[0].length;
        double[] thingMeans = Arrays.stream(rows).mapToDouble(Moments::mean).toArray();
        double[] raterMeans = IntStream.range(0, k)
                .mapToDouble(j -> Moments.mean(
                        Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()))
                .toArray();
        double mean = Moments.mean(thingMeans);
        double within = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double deviation = rows[i][j] - thingMeans[i];
                double left = deviation - (raterMeans[j] - mean);
                within += deviation * deviation;
                rest += left * left;
            }
        }
        return new Squares(
                n,
                k,
                k * Moments.variance(thingMeans),
                within / (n * (k - 1.0)),
                n * Moments.variance(raterMeans),
                rest / ((n - 1.0) * (k - 1)));
    }

    private static List<Form> forms(Squares s, double tail) {
        double n = s.n();
        double k = s.k();
        double b = s.between();
        double w = s.within();
        double e = s.rest();
        double raterShare = (s.raters() - e) / n;
        double icc1 = (b - w) / (b + (k - 1) * w);
        double icc2 = (b - e) / (b + (k - 1) * e + k * raterShare);
        double icc3 = (b - e) / (b + (k - 1) * e);
        double df1 = n - 1;
        double df2 = n * (k - 1);
        double df3 = df1 * (k - 1);
        double[] ends1 = ends(b / w, df1, df2, tail);
        double[] ends2 = randomRaters(s, icc2, tail);
        double[] ends3 = ends(b / e, df1, df3, tail);
        return List.of(
                form(Kind.ICC1, icc1, b / w, df1, df2, single(ends1[0], k), single(ends1[1], k), tail),
                form(Kind.ICC2, icc2, b / e, df1, df3, ends2[0], ends2[1], tail),
                form(Kind.ICC3, icc3, b / e, df1, df3, single(ends3[0], k), single(ends3[1], k), tail),
                form(Kind.ICC1K, (b - w) / b, b / w, df1, df2, 1 - 1 / ends1[0], 1 - 1 / ends1[1], tail),
                form(
                        Kind.ICC2K,
                        (b - e) / (b + raterShare),
                        b / e,
                        df1,
                        df3,
                        stretched(ends2[0], k),
                        stretched(ends2[1], k),
                        tail),
                form(Kind.ICC3K, (b - e) / b, b / e, df1, df3, 1 - 1 / ends3[0], 1 - 1 / ends3[1], tail));
    }

    /** The interval of F's noncentral part. */
    private static double[] ends(double f, double df1, double df2, double tail) {
        return new double[] {
            f / FDistribution.of(df1, df2).inverseSurvivalProbability(tail),
            f * FDistribution.of(df2, df1).inverseSurvivalProbability(tail)
        };
    }

    private static double single(double f, double k) {
        return (f - 1) / (f + k - 1);
    }

    /** Spearman-Brown for k raters. */
    private static double stretched(double icc, double k) {
        return icc * k / (1 + icc * (k - 1));
    }

    /** Shrout and Fleiss' interval of ICC2, its degrees of freedom by Satterthwaite. */
    private static double[] randomRaters(Squares s, double icc, double tail) {
        double n = s.n();
        double k = s.k();
        double f = s.raters() / s.rest();
        double part = n * (1 + (k - 1) * icc) - k * icc;
        double above = (k - 1) * (n - 1) * Math.pow(k * icc * f + part, 2);
        double below = (n - 1) * k * k * icc * icc * f * f + part * part;
        double df = above / below;
        if (!(df > 0 && Double.isFinite(df))) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double upper = FDistribution.of(n - 1, df).inverseSurvivalProbability(tail);
        double lower = FDistribution.of(df, n - 1).inverseSurvivalProbability(tail);
        double others = k * s.raters() + (k * n - k - n) * s.rest();
        return new double[] {
            n * (s.between() - upper * s.rest()) / (upper * others + n * s.between()),
            n * (lower * s.between() - s.rest()) / (others + n * lower * s.between())
        };
    }

    private static Form form(
            Kind kind, double icc, double f, double df1, double df2, double low, double high, double tail) {
        double p = Double.isInfinite(f) ? 0 : FDistribution.of(df1, df2).survivalProbability(f);
        Outcome<Interval> interval = low <= high
                ? Outcome.of(new Interval(icc, low, high, 1 - 2 * tail))
                : Outcome.undefined(Reason.NO_VARIATION, "the raters leave nothing unexplained");
        return new Form(kind, icc, f, df1, df2, p, interval);
    }
}
