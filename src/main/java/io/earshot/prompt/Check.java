package io.earshot.prompt;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One condition for showing a prompt, and whether it held.
 *
 * @param detail            what was compared, as a sentence
 * @param retryAfterSeconds in how many seconds it will hold by itself; null if only something else can change it
 */
public record Check(Reason reason, boolean passed, String detail, @Nullable Long retryAfterSeconds) {
    public Check {
        requireNonNull(reason, "reason");
        requireNonNull(detail, "detail");
    }

    static Check of(Reason reason, boolean passed, String detail) {
        return new Check(reason, passed, detail, null);
    }
}
