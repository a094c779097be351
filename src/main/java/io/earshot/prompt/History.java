package io.earshot.prompt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one respondent has had of one prompt. A display counts once it was seen; until then it counts as if, for as long as
 * an application may take to draw it.
 *
 * @param shown       times
 * @param placesTaken how many places of the prompt's quota are filled or held, by whomever
 */
record History(
        int shown,
        @Nullable Instant lastShownAt,
        @Nullable Instant lastDismissedAt,
        @Nullable Instant lastAnsweredAt,
        int placesTaken) {
    static final History NONE = new History(0, null, null, null, 0);

    History withPlacesTaken(int places) {
        return new History(shown, lastShownAt, lastDismissedAt, lastAnsweredAt, places);
    }
}
