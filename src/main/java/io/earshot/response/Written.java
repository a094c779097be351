package io.earshot.response;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a write.
 *
 * @param response what is stored after it
 */
record Written(Outcome outcome, StoredResponse response) {
    enum Outcome {
        CREATED,
        UPDATED,
        /** The stored sequence is as high or higher: a repetition, or overtaken on its way. */
        NOT_NEWER,
        ALREADY_COMPLETE;

        /** Why nothing was changed; null if it was. */
        @Nullable
        String ignored() {
            return switch (this) {
                case CREATED, UPDATED -> null;
                case NOT_NEWER -> "not-newer";
                case ALREADY_COMPLETE -> "already-complete";
            };
        }
    }

    /** The same, told under the id that its client knows it by. */
    Written as(UUID id) {
        return new Written(outcome, response.as(id));
    }

    boolean isChange() {
        return outcome == Outcome.CREATED || outcome == Outcome.UPDATED;
    }

    boolean isNew() {
        return outcome == Outcome.CREATED;
    }
}
