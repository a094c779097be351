package io.earshot.prompt;

/** Why a prompt is shown or not, in the order in which the checks are made; the first that fails is the answer. */
public enum Reason {
    STOPPED,
    OUTSIDE_SCHEDULE,
    APP_MISMATCH,
    FORMAT_UNSUPPORTED,
    AUDIENCE_MISMATCH,
    ALREADY_ANSWERED,
    PROMPT_CAP,
    PROMPT_COOLDOWN,
    QUOTA_FULL,
    NOT_SAMPLED,
    HOLDOUT,
    GRANTED
}
