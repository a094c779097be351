package io.earshot.questionnaire.logic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one evaluation sees, and how much work it may still do. Not for use by several threads. */
final class Scope {
    /** Enough for every list that an answer may hold; what doubles a text with each item ends here. */
    private static final int WORK = 1_000_000;

    private final @Nullable Object data;
    private final @Nullable Instant now;
    private final int[] left;

    Scope(@Nullable Object data, @Nullable Instant now) {
        this(data, now, new int[] {WORK});
    }

    private Scope(@Nullable Object data, @Nullable Instant now, int[] left) {
        this.data = data;
        this.now = now;
        this.left = left;
    }

    /** The same evaluation, looking at one item of a list. */
    Scope of(@Nullable Object item) {
        return new Scope(item, now, left);
    }

    @Nullable
    Object data() {
        return data;
    }

    /** Null if the time is not known. */
    @Nullable
    Instant now() {
        return now;
    }

    /** @throws Unevaluable if the evaluation has done too much */
    void spend(int work) {
        left[0] -= work;
        if (left[0] < 0) {
            throw new Unevaluable("more than " + WORK + " steps");
        }
    }
}
