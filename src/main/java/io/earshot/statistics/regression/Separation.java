package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;

/**
 * Whether predictors tell a yes-or-no outcome apart without error, so that a logistic regression has no finite estimates.
 * R: {@code detectseparation::detect_separation}.
 *
 * @param n         rows with every value
 * @param excluded  rows that lack one
 * @param separated true if they do, for all rows or for some while they say nothing of the others (quasi-separation)
 * @param sentence  in words
 */
public record Separation(long n, long excluded, boolean separated, String sentence) {

    /** @see LogisticRegression#of */
    public static Outcome<Separation> of(double[] outcome, List<? extends ScoredColumn> predictors) {
        ModelFrame frame = ModelFrame.of(predictors, outcome);
        return LogisticRegression.of(outcome, predictors, 0.95)
                .cases(
                        fit -> Outcome.of(new Separation(
                                frame.rows(), frame.excluded(), false, "all effects have finite estimates")),
                        undefined -> undefined.reason() == Reason.SEPARATION
                                ? Outcome.of(new Separation(frame.rows(), frame.excluded(), true, undefined.sentence()))
                                : Outcome.undefined(undefined.reason(), "%s", undefined.sentence()));
    }
}
