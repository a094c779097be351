package io.earshot.statistics.regression;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.stream.IntStream;

/**
 * Firth's log L + ½ log |information| of a yes-or-no outcome, and its maximum over some of the terms. The penalty is always that
 * of all terms, as Heinze and Schemper have it, so that fits with a term held can be compared.
 */
record PenalisedLikelihood(BinaryFrame frame, BinaryLikelihood likelihood) {
    private static final int MOST_ITERATIONS = 500;
    private static final double STILL = 1e-11;
    private static final double LONGEST_REACH = 5;

    static PenalisedLikelihood of(BinaryFrame frame) {
        return new PenalisedLikelihood(frame, BinaryLikelihood.of(frame));
    }

    /**
     * A maximum.
     *
     * @param value      without the penalty
     * @param inverse    of the information
     * @param leverages  of the rows, which add up to the number of terms
     */
    record Maximum(double[] parameters, double value, SymmetricInverse inverse, double[] leverages, int iterations) {
        double penalised() {
            return value + inverse.logDeterminant() / 2;
        }
    }

    /** @param free terms that move, the others stay at {@code start} */
    Outcome<Maximum> maximum(boolean[] free, double[] start) {
        int[] moving = IntStream.range(0, free.length).filter(j -> free[j]).toArray();
        double[] parameters = start.clone();
        Outcome<State> state = state(parameters);
        for (int iteration = 1; iteration <= MOST_ITERATIONS && state.isDefined(); iteration++) {
            Watch.look();
            State now = state.orElseThrow();
            Outcome<double[]> found = now.step(frame, moving);
            if (!found.isDefined()) {
                return found.map(never -> now.maximum(start, 0));
            }
            double[] step = found.orElseThrow();
            double reach = likelihood.reach(step);
            double size = reach > LONGEST_REACH ? LONGEST_REACH / reach : 1;
            Outcome<State> next = state(moved(parameters, step, size));
            while (size > 1e-8
                    && !(next.isDefined()
                            && next.orElseThrow().penalised() >= now.penalised() - 1e-9 * Math.abs(now.penalised()))) {
                size /= 2;
                next = state(moved(parameters, step, size));
            }
            parameters = moved(parameters, step, size);
            state = next;
            if (reach < STILL) {
                int iterations = iteration;
                double[] last = parameters;
                return state.map(at -> at.maximum(last, iterations));
            }
        }
        return state.flatMap(last -> Outcome.undefined(
                Reason.NOT_CONVERGED,
                "the penalised likelihood's maximum was not met in %d iterations",
                MOST_ITERATIONS));
    }

    private static double[] moved(double[] parameters, double[] step, double size) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += size * step[i];
        }
        return moved;
    }

    private Outcome<State> state(double[] parameters) {
        Likelihood.Point point = likelihood.at(parameters);
        return SymmetricInverse.of(point.information()).map(inverse -> {
            double[] probabilities = likelihood.probabilities(parameters);
            double[] leverages = new double[probabilities.length];
            for (int i = 0; i < leverages.length; i++) {
                double p = probabilities[i];
                leverages[i] = p * (1 - p) * inverse.quadratic(frame.rows()[i]);
            }
            return new State(point, inverse, probabilities, leverages);
        });
    }

    private record State(Likelihood.Point point, SymmetricInverse inverse, double[] probabilities, double[] leverages) {
        double penalised() {
            return point.value() + inverse.logDeterminant() / 2;
        }

        Maximum maximum(double[] parameters, int iterations) {
            return new Maximum(parameters, point.value(), inverse, leverages, iterations);
        }

        /** (X'WX)⁻¹ X'(y - p + h (½ - p)) of the terms that move, with h the rows' leverages. */
        Outcome<double[]> step(BinaryFrame frame, int[] moving) {
            double[] score = new double[moving.length];
            for (int i = 0; i < probabilities.length; i++) {
                double p = probabilities[i];
                double error = frame.outcome()[i] - p + leverages[i] * (0.5 - p);
                for (int j = 0; j < moving.length; j++) {
                    score[j] += frame.rows()[i][moving[j]] * error;
                }
            }
            int all = frame.terms().size();
            double[][] part = new double[moving.length][moving.length];
            for (int j = 0; j < moving.length; j++) {
                for (int k = 0; k < moving.length; k++) {
                    part[j][k] = point.information()[moving[j]][moving[k]];
                }
            }
            Outcome<SymmetricInverse> solved = moving.length == all ? Outcome.of(inverse) : SymmetricInverse.of(part);
            return solved.map(matrix -> {
                double[] step = new double[all];
                double[] moves = matrix.times(score);
                for (int j = 0; j < moving.length; j++) {
                    step[moving[j]] = moves[j];
                }
                return step;
            });
        }
    }
}
