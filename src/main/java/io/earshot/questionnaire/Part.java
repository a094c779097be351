package io.earshot.questionnaire;

/** An option or a row: what a question shows several of, in an order that may be drawn, some only to some respondents. */
public interface Part {
    /** What tells it from its neighbours: an option's code, a row's name. */
    String key();

    Text text();

    Condition visibleIf();

    /** Whether it keeps its place when the others are shuffled. */
    boolean pinned();
}
