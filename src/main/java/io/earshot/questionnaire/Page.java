package io.earshot.questionnaire;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown at once where there is room for it.
 *
 * @param elements one or more
 * @param shuffle  of the elements
 * @param pinned   true if its block keeps its place when the blocks are shuffled; that of a block's first page counts
 * @param block    consecutive pages of one block stay together; absent is a block of its own
 * @param goTo     gives the name of a later page, {@code end}, or null for the next page; absent is the next page
 */
public record Page(
        String name,
        @JsonDeserialize(contentUsing = ElementReader.class) List<Element> elements,
        Condition visibleIf,
        Shuffle shuffle,
        boolean pinned,
        @Nullable String block,
        @Nullable Expression goTo) {
    /** What {@code goTo} calls the end of the questionnaire, so that no page may be named so. */
    public static final String END = "end";

    public Page {
        VariableName.required(name);
        elements = List.copyOf(elements);
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("elements of page " + name + " must be one or more: 0");
        }
        if (name.equals(END)) {
            throw new IllegalArgumentException("name of a page must not be " + END);
        }
        if (block != null) {
            VariableName.required(block);
        }
    }

    public Page(String name, List<Element> elements) {
        this(name, elements, Condition.ALWAYS, Shuffle.NONE, false, null, null);
    }
}
