package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** How much an attribute says about who somebody is. */
public enum PrivacyClass {
    @JsonProperty("N")
    NON_IDENTIFYING("N"),
    @JsonProperty("Q")
    QUASI_IDENTIFYING("Q"),
    @JsonProperty("P")
    PSEUDONYMOUS("P"),
    @JsonProperty("I")
    IDENTIFYING("I"),
    @JsonProperty("L1")
    COARSE_PLACE("L1"),
    @JsonProperty("L2")
    PRECISE_PLACE("L2"),
    /** May hold what somebody wrote. */
    @JsonProperty("F")
    FREE_TEXT("F");

    private final String word;

    PrivacyClass(String word) {
        this.word = word;
    }

    /** As it stands in the catalogue and in settings. */
    public String word() {
        return word;
    }

    public static Optional<PrivacyClass> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Whether it needs the respondent's consent, whoever declared it. */
    boolean needsConsent() {
        return switch (this) {
            case IDENTIFYING, PRECISE_PLACE -> true;
            case NON_IDENTIFYING, QUASI_IDENTIFYING, PSEUDONYMOUS, COARSE_PLACE, FREE_TEXT -> false;
        };
    }

    /** Whether {@code Sec-GPC: 1} switches it off. */
    boolean yieldsToGlobalPrivacyControl() {
        return switch (this) {
            case QUASI_IDENTIFYING, IDENTIFYING, COARSE_PLACE, PRECISE_PLACE -> true;
            case NON_IDENTIFYING, PSEUDONYMOUS, FREE_TEXT -> false;
        };
    }
}
