package io.earshot.statistics;

/** Why a statistic is not defined. */
public enum Reason {
    /** Nobody gave a valid answer. */
    NO_ANSWERS,
    /** Fewer answers than the statistic needs. */
    TOO_FEW_ANSWERS,
    /** All answers are the same, so there is nothing to relate or compare. */
    NO_VARIATION,
    /** Fewer than two categories were used. */
    TOO_FEW_CATEGORIES,
    /** Fewer variables than the statistic needs. */
    TOO_FEW_VARIABLES,
    /** Some variables are sums of others, so their parts can't be told apart. */
    SINGULAR,
    /** A predictor tells the outcomes apart without error, so its effect has no finite estimate. */
    SEPARATION,
    /** The iterations ended before they met their tolerance. */
    NOT_CONVERGED,
    /** The weights add up to nothing where they must not. */
    NO_WEIGHT
}
