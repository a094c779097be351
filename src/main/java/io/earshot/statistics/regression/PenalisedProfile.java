package io.earshot.statistics.regression;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.distribution.Root;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * One term of a Firth regression by its profile: how much the penalised likelihood falls when the term is held and the others
 * adapt. To be preferred to Wald's test in small samples, where it is lopsided.
 *
 * @param interval  the values at which the fall is that of the confidence; estimate in log odds
 * @param chiSquare twice the fall at a coefficient of 0, on one degree of freedom
 * @see <a href="https://doi.org/10.1002/sim.1047">Heinze and Schemper (2002), Statistics in Medicine 21, 2409-2419</a>
 */
public record PenalisedProfile(Interval interval, double chiSquare, double p) {

    static Outcome<PenalisedProfile> of(
            PenalisedLikelihood likelihood, PenalisedLikelihood.Maximum fit, int term, double confidence) {
        double error = Math.sqrt(fit.inverse().matrix()[term][term]);
        double limit = ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - confidence);
        double estimate = fit.parameters()[term];
        DoubleUnaryOperator fall = value -> fall(likelihood, fit, term, value);
        try {
            double chiSquare = Math.max(0, fall.applyAsDouble(0));
            double step = Math.sqrt(limit) * error;
            double up = Root.ofDecreasing(more -> limit - fall.applyAsDouble(estimate + more), 0, step);
            double down = Root.ofDecreasing(less -> limit - fall.applyAsDouble(estimate - less), 0, step);
            return Outcome.of(new PenalisedProfile(
                    new Interval(estimate, estimate - down, estimate + up, confidence),
                    chiSquare,
                    ChiSquaredDistribution.of(1).survivalProbability(chiSquare)));
        } catch (NoSuchElementException e) {
            return Outcome.undefined(
                    Reason.NOT_CONVERGED,
                    "the profile of %s could not be followed: %s",
                    likelihood.frame().terms().get(term),
                    String.valueOf(e.getMessage()));
        }
    }

    private static double fall(
            PenalisedLikelihood likelihood, PenalisedLikelihood.Maximum fit, int term, double value) {
        boolean[] free = new boolean[fit.parameters().length];
        Arrays.fill(free, true);
        free[term] = false;
        double[] start = fit.parameters().clone();
        // Where the others go to first order when this one moves.
        double[][] inverse = fit.inverse().matrix();
        for (int j = 0; j < start.length; j++) {
            start[j] += inverse[j][term] / inverse[term][term] * (value - fit.parameters()[term]);
        }
        start[term] = value;
        Outcome<PenalisedLikelihood.Maximum> held = likelihood.maximum(free, start);
        if (!held.isDefined()) {
            start = fit.parameters().clone();
            start[term] = value;
            held = likelihood.maximum(free, start);
        }
        return 2 * (fit.penalised() - held.orElseThrow().penalised());
    }
}
