package io.earshot.statistics.power;

import io.earshot.statistics.Normal;
import io.earshot.statistics.distribution.NoncentralChiSquared;
import io.earshot.statistics.distribution.NoncentralF;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Power of further tests at an error probability {@code alpha} in (0, 1). */
public final class Power {
    private Power() {}

    /**
     * One-way analysis of variance. R: {@code pwr::pwr.anova.test}.
     *
     * @param groups two or more
     * @param effect Cohen's f, 0 or more
     * @param n      respondents a group, 2 or more
     */
    public static double ofAnova(int groups, double effect, double n, double alpha) {
        double within = (n - 1) * groups;
        double critical = FDistribution.of(groups - 1, within).inverseSurvivalProbability(alpha);
        return new NoncentralF(groups - 1, within, groups * n * effect * effect).survival(critical);
    }

    /**
     * A chi-square test. R: {@code pwr::pwr.chisq.test}.
     *
     * @param effect Cohen's w, 0 or more
     * @param n      respondents
     */
    public static double ofChiSquare(double effect, double degreesOfFreedom, double n, double alpha) {
        double critical = ChiSquaredDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha);
        return new NoncentralChiSquared(degreesOfFreedom, n * effect * effect).survival(critical);
    }

    /**
     * A correlation, by Fisher's z with its bias. R: {@code pwr::pwr.r.test}.
     *
     * @param r in (-1, 1)
     * @param n respondents, 4 or more
     */
    public static double ofCorrelation(double r, double n, double alpha) {
        double t = TDistribution.of(n - 2).inverseSurvivalProbability(alpha / 2);
        double critical = Math.sqrt(t * t / (t * t + n - 2));
        double size = Math.abs(r);
        double z = atanh(size) + size / (2 * (n - 1));
        double root = Math.sqrt(n - 3);
        return Normal.lower((z - atanh(critical)) * root) + Normal.lower((-z - atanh(critical)) * root);
    }

    private static double atanh(double r) {
        return (Math.log1p(r) - Math.log1p(-r)) / 2;
    }
}
