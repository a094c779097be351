package io.earshot.dataset;

/** Why a value is not there; analyses drop all four alike, tables may tell them apart. */
public enum Missing {
    /** Asked, and left without an answer. */
    NO_ANSWER,
    /** Never asked: another path, another version, or the survey ended before. */
    NOT_ASKED,
    /** Asked, and the respondent chose to refuse or not to know. */
    REFUSED,
    /** Given, but outside of what the question allows. */
    INVALID
}
