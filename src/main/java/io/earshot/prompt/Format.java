package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a prompt appears. An SDK says which of these it can draw. */
public enum Format {
    @JsonProperty("banner")
    BANNER,
    @JsonProperty("popup")
    POPUP,
    @JsonProperty("card")
    CARD,
    @JsonProperty("tooltip")
    TOOLTIP,
    @JsonProperty("inline")
    INLINE,
    @JsonProperty("fullscreen")
    FULLSCREEN,
    @JsonProperty("feedback_button")
    FEEDBACK_BUTTON,
    @JsonProperty("hosted")
    HOSTED,
    @JsonProperty("headless")
    HEADLESS;

    /** The word that stands for it in JSON. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
