package io.earshot.questionnaire.logic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that an operator works on.
 *
 * @param all none of them is {@link Unknown}
 */
record Operands(List<?> all) {
    /** Null if there are not so many. */
    @Nullable
    Object at(int index) {
        return index < all.size() ? all.get(index) : null;
    }

    int size() {
        return all.size();
    }
}
