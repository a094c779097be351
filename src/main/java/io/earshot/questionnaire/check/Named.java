package io.earshot.questionnaire.check;

import org.jspecify.annotations.Nullable;

/**
 * A variable of a questionnaire, as its JSON states it.
 *
 * @param place what states it: the element itself, its row, option, set or field, or an item of hidden, computed or scores
 * @param role  what it is in words, such as {@code a question of type nps} or {@code a row of a likert}; a name keeps it
 *              over the versions
 * @param asked the element that asks it; absent for what nobody is asked for
 */
record Named(String name, Place place, String role, @Nullable Asked asked) {
    /** Where the name stands, or what it is made of. */
    Place origin() {
        for (String field : new String[] {"name", "code", "field"}) {
            if (place.has(field)) {
                return place.at(field);
            }
        }
        return place;
    }

    boolean isComputed() {
        return asked == null && (place.has("compute") || place.has("method"));
    }
}
