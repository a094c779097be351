package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Whether an attribute is stored as long as nobody says otherwise. */
public enum Capture {
    @JsonProperty("on")
    ON,
    /** The app's owner has to switch it on. */
    @JsonProperty("off")
    OFF,
    /** The app's owner has to switch it on, and the respondent's consent has to be recorded. */
    @JsonProperty("opt-in")
    OPT_IN,
    /** Not stored whatever anybody says; something else may be derived from it on arrival. */
    @JsonProperty("never")
    NEVER;

    /**
     * @param switched what the app's owner has said: true, false, or null for nothing
     */
    boolean allows(@Nullable Boolean switched, boolean consentGranted) {
        return switch (this) {
            case ON -> switched == null || switched;
            case OFF -> switched != null && switched;
            case OPT_IN -> switched != null && switched && consentGranted;
            case NEVER -> false;
        };
    }
}
