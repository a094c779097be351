package io.earshot.statistics.advice;

/** How an effect compares with others in research on people; a convention, not a verdict on what matters. */
public enum Size {
    NEGLIGIBLE,
    SMALL,
    MEDIUM,
    LARGE;

    /** As a sentence names it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
