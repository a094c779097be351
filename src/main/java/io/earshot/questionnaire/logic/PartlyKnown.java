package io.earshot.questionnaire.logic;

import java.util.Map;

/**
 * An object of which some members are known; the others may or may not be there.
 *
 * @param members by name, plain values
 */
public record PartlyKnown(Map<String, ?> members) {
    public PartlyKnown {
        members = Map.copyOf(members);
    }
}
