package io.earshot.statistics;

/** Why a statistic is not defined. */
public enum Reason {
    /** Nobody gave a valid answer. */
    NO_ANSWERS,
    /** More answers than an exact computation can take. */
    TOO_MANY_ANSWERS,
    /** Fewer answers than the statistic needs. */
    TOO_FEW_ANSWERS,
    /** All answers are the same, so there is nothing to relate or compare. */
    NO_VARIATION,
    /** Fewer than two categories were used. */
    TOO_FEW_CATEGORIES,
    /** Fewer variables than the statistic needs. */
    TOO_FEW_VARIABLES,
    /** More variables than can be computed exactly. */
    TOO_MANY_VARIABLES,
    /** Some variables are sums of others, so their parts can't be told apart. */
    SINGULAR,
    /** A predictor tells the outcomes apart without error, so its effect has no finite estimate. */
    SEPARATION,
    /** The iterations ended before they met their tolerance. */
    NOT_CONVERGED,
    /** The weights add up to nothing where they must not. */
    NO_WEIGHT,
    /** There is no sound form of it for respondents that stand for different numbers of people. */
    NO_WEIGHTED_METHOD,
    /** It would be about so few people that one could tell who they are. */
    TOO_FEW_PEOPLE,
    /** The exact distribution is only worked out for fewer answers, or for answers without ties. */
    NO_EXACT_TEST,
    /** The best estimate lies outside of what can be, such as a variance below 0. */
    IMPROPER,
    /** A target names a category that the sample lacks, or the sample has one without a target. */
    TARGET_MISMATCH,
    /** No weights within the bounds add up to the total. */
    BOUNDS_TOO_TIGHT
}
