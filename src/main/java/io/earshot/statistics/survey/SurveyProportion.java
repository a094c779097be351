package io.earshot.statistics.survey;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A share with intervals that stay within [0, 1]. R: {@code svyciprop(method =)}.
 *
 * @param mean       the share with its standard error; its interval is the plain one, which may leave [0, 1]
 * @param logit      of the log odds ± t · its standard error, turned back; the one to give
 * @param likelihood by the likelihood scaled to the design (Rao and Scott's, as Lumley has it); reads its ends from a spline,
 *                   right to about 1e-4
 * @param arcsine    of asin √p
 * @param beta       Korn and Graubard's, Clopper and Pearson's at the effective sample size
 */
public record SurveyProportion(
        SurveyMean mean,
        Outcome<Interval> logit,
        Outcome<Interval> likelihood,
        Outcome<Interval> arcsine,
        Outcome<Interval> beta) {

    /** @param values 1 or 0 a row, NaN where missing */
    public static Outcome<SurveyProportion> of(SurveyDesign design, double[] values, double confidence) {
        for (double value : values) {
            if (value != 0 && value != 1 && !Double.isNaN(value)) {
                throw new IllegalArgumentException("a share is of values 0 and 1: " + value);
            }
        }
        return SurveyMean.of(design, values, confidence)
                .map(mean -> new SurveyProportion(
                        mean,
                        logit(mean, confidence),
                        inside(mean).flatMap(same -> ScaledLikelihood.interval(design, values, mean, confidence)),
                        arcsine(mean, confidence),
                        inside(mean).flatMap(same -> beta(design.drawn(), mean, confidence))));
    }

    private static Outcome<SurveyMean> inside(SurveyMean mean) {
        if (mean.degreesOfFreedom() < 1) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "an interval needs more sampling units than strata");
        }
        return mean.mean() > 0 && mean.mean() < 1 && mean.standardError() > 0
                ? Outcome.of(mean)
                : Outcome.undefined(Reason.NO_VARIATION, "everybody gave the same answer: %s", mean.mean());
    }

    static Outcome<Interval> logit(SurveyMean mean, double confidence) {
        double p = mean.mean();
        return inside(mean)
                .flatMap(same -> transformed(
                        mean, Math.log(p / (1 - p)), 1 / (p * (1 - p)), odds -> 1 / (1 + Math.exp(-odds)), confidence));
    }

    private static Outcome<Interval> arcsine(SurveyMean mean, double confidence) {
        double p = mean.mean();
        return inside(mean)
                .flatMap(same -> transformed(
                        mean,
                        Math.asin(Math.sqrt(p)),
                        1 / (2 * Math.sqrt(p * (1 - p))),
                        angle -> Math.sin(angle) * Math.sin(angle),
                        confidence));
    }

    private static Outcome<Interval> transformed(
            SurveyMean mean, double middle, double slope, DoubleUnaryOperator back, double confidence) {
        return SurveyMean.interval(middle, slope * mean.standardError(), mean.degreesOfFreedom(), confidence)
                .map(interval -> new Interval(
                        mean.mean(),
                        back.applyAsDouble(interval.low()),
                        back.applyAsDouble(interval.high()),
                        confidence));
    }

    private static Outcome<Interval> beta(int rows, SurveyMean mean, double confidence) {
        double p = mean.mean();
        double tail = (1 - confidence) / 2;
        double ratio = TDistribution.of(rows - 1).inverseSurvivalProbability(tail)
                / TDistribution.of(mean.degreesOfFreedom()).inverseSurvivalProbability(tail);
        double n = p * (1 - p) / (mean.standardError() * mean.standardError()) * ratio * ratio;
        return Outcome.of(new Interval(
                p,
                BetaDistribution.of(n * p, n * (1 - p) + 1).inverseCumulativeProbability(tail),
                BetaDistribution.of(n * p + 1, n * (1 - p)).inverseSurvivalProbability(tail),
                confidence));
    }
}
