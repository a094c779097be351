package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands on a page: something to read or something to answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Statement.class),
    @JsonSubTypes.Type(SingleChoice.class),
    @JsonSubTypes.Type(MultipleChoice.class),
    @JsonSubTypes.Type(Nps.class),
    @JsonSubTypes.Type(Rating.class),
    @JsonSubTypes.Type(Likert.class),
    @JsonSubTypes.Type(NumberQuestion.class),
    @JsonSubTypes.Type(TextQuestion.class)
})
public sealed interface Element permits Statement, Question {
    /** The word for its kind in the questionnaire's JSON, such as {@code single_choice}. */
    String type();

    String name();

    Text text();

    Condition visibleIf();
}
