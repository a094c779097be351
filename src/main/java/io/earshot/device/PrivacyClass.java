package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much an attribute says about who somebody is. */
public enum PrivacyClass {
    @JsonProperty("N")
    NON_IDENTIFYING,
    @JsonProperty("Q")
    QUASI_IDENTIFYING,
    @JsonProperty("P")
    PSEUDONYMOUS,
    @JsonProperty("I")
    IDENTIFYING,
    @JsonProperty("L1")
    COARSE_PLACE,
    @JsonProperty("L2")
    PRECISE_PLACE,
    /** May hold what somebody wrote. */
    @JsonProperty("F")
    FREE_TEXT;

    /** Whether {@code Sec-GPC: 1} switches it off. */
    boolean yieldsToGlobalPrivacyControl() {
        return switch (this) {
            case QUASI_IDENTIFYING, IDENTIFYING, COARSE_PLACE, PRECISE_PLACE -> true;
            case NON_IDENTIFYING, PSEUDONYMOUS, FREE_TEXT -> false;
        };
    }
}
