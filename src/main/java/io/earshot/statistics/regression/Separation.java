package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;

/**
 * Whether predictors tell a yes-or-no outcome apart without error, so that a logistic regression has no finite estimates.
 * R: {@code detectseparation::detect_separation}.
 *
 * @param separated true if they do, for all rows or for some while they say nothing of the others (quasi-separation)
 * @param sentence  in words
 */
public record Separation(boolean separated, String sentence) {

    /** @see LogisticRegression#of */
    public static Outcome<Separation> of(double[] outcome, List<? extends ScoredColumn> predictors) {
        return LogisticRegression.of(outcome, predictors, 0.95)
                .cases(
                        fit -> Outcome.of(new Separation(false, "all effects have finite estimates")),
                        undefined -> undefined.reason() == Reason.SEPARATION
                                ? Outcome.of(new Separation(true, undefined.sentence()))
                                : Outcome.undefined(undefined.reason(), "%s", undefined.sentence()));
    }
}
