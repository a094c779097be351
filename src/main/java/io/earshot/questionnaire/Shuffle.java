package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How options, rows, elements or pages are put in order for a respondent; what is pinned keeps its place. */
public enum Shuffle {
    /** As the author gave them. */
    @JsonProperty("none")
    NONE,
    /** Any order, drawn from the exposure's seed; JSON says what is shuffled. */
    @JsonProperty("options")
    @JsonAlias({"elements", "pages"})
    RANDOM,
    /** As given for half of the respondents, the other way round for the others. */
    @JsonProperty("reverse")
    REVERSE,
    /** As given, but beginning anywhere: each stands at each place equally often. */
    @JsonProperty("rotate")
    ROTATE
}
