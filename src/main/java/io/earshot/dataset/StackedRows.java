package io.earshot.dataset;

import java.util.List;
import java.util.Set;

/** Responses of several readings, one reading under the other. */
public final class StackedRows {
    private StackedRows() {}

    /**
     * One reading.
     *
     * @param asked names of the columns that its respondents were asked for; the others become {@link Missing#NOT_ASKED}
     */
    public record Part(Extract extract, Set<String> asked) {
        public Part {
            asked = Set.copyOf(asked);
        }
    }

    /** @throws IllegalArgumentException if there is no part, or parts have different answers' or identities' columns */
    public static Extract of(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to stack");
        }
        JoinedExtract all = new JoinedExtract();
        parts.forEach(part -> all.append(part.extract(), part.asked()::contains));
        return all.build();
    }
}
