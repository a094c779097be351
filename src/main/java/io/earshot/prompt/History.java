package io.earshot.prompt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one respondent has had of one prompt. A display counts once it was seen; until then it counts as if, for as long as
 * an application may take to draw it.
 *
 * @param shown times
 */
record History(
        int shown, @Nullable Instant lastShownAt, @Nullable Instant lastDismissedAt, @Nullable Instant lastAnsweredAt) {
    static final History NONE = new History(0, null, null, null);
}
