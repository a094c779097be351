package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an attribute is stored as long as nobody says otherwise. */
public enum Capture {
    @JsonProperty("on")
    ON,
    /** The app's owner has to switch it on. */
    @JsonProperty("off")
    OFF,
    /** Stored only with the respondent's recorded consent. */
    @JsonProperty("opt-in")
    OPT_IN,
    /** Not stored whatever anybody says; something else may be derived from it on arrival. */
    @JsonProperty("never")
    NEVER;

    boolean allows(boolean consentGranted) {
        return this == ON || this == OPT_IN && consentGranted;
    }
}
