package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the catalogue says of a ready-made questionnaire.
 *
 * @param purpose what one learns from it, a sentence in every language of the template
 * @param tags    words to find it by, in English
 */
public record Template(String name, Kind kind, Text purpose, List<String> tags) {
    public Template {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(purpose, "purpose");
        tags = List.copyOf(tags);
    }

    public enum Kind {
        /** Published elsewhere; its wording is part of what was validated. */
        @JsonProperty("instrument")
        INSTRUMENT,
        /** About a product or a service, in words that may be changed. */
        @JsonProperty("feedback")
        FEEDBACK,
        /** A method of market research, with example items to replace. */
        @JsonProperty("research")
        RESEARCH,
        /** About the person who answers. */
        @JsonProperty("profile")
        PROFILE,
        /** Nothing is asked. */
        @JsonProperty("message")
        MESSAGE
    }
}
