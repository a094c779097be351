package io.earshot.statistics.survey;

/** What a stratum adds to the variance if only one unit was drawn from it. R: {@code options(survey.lonely.psu =)}. */
public enum LonelyUnit {
    /** Its distance from the sample's mean instead of the stratum's: on the safe side. */
    ADJUST,
    /** As much as the other strata do on average; as {@link #ADJUST} if all strata are alone. */
    AVERAGE,
    /** Nothing, as if the unit had been certain to be drawn. */
    CERTAINTY
}
