package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands on a page: something to read or something to answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Statement.class),
    @JsonSubTypes.Type(SingleChoice.class),
    @JsonSubTypes.Type(MultipleChoice.class),
    @JsonSubTypes.Type(YesNo.class),
    @JsonSubTypes.Type(Nps.class),
    @JsonSubTypes.Type(Csat.class),
    @JsonSubTypes.Type(Ces.class),
    @JsonSubTypes.Type(Rating.class),
    @JsonSubTypes.Type(Likert.class),
    @JsonSubTypes.Type(MatrixChoice.class),
    @JsonSubTypes.Type(Ranking.class),
    @JsonSubTypes.Type(ConstantSum.class),
    @JsonSubTypes.Type(MaxDiff.class),
    @JsonSubTypes.Type(Slider.class),
    @JsonSubTypes.Type(NumberQuestion.class),
    @JsonSubTypes.Type(TextQuestion.class),
    @JsonSubTypes.Type(DateQuestion.class),
    @JsonSubTypes.Type(TimeQuestion.class),
    @JsonSubTypes.Type(FileQuestion.class),
    @JsonSubTypes.Type(Consent.class),
    @JsonSubTypes.Type(Contact.class),
    @JsonSubTypes.Type(Link.class)
})
public sealed interface Element permits Statement, Question {
    /** The word for its kind in the questionnaire's JSON, such as {@code single_choice}. */
    String type();

    String name();

    Text text();

    /** What is said below the text; {@link Text#NONE} if nothing is. */
    Text description();

    Condition visibleIf();

    /** Whether it keeps its place when its page's elements are shuffled. */
    boolean pinned();
}
