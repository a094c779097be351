package io.earshot.workspace;

import io.earshot.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ETag of a thing that is edited, which a writer names in {@code If-Match} to say what it has seen. */
public final class RevisionTag {
    private RevisionTag() {}

    public static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /** @throws Problem 428 if there is no {@code If-Match}, 412 if it names another revision */
    public static void require(@Nullable String ifMatch, int revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    428,
                    "if-match-required",
                    "Say what you have seen",
                    "Send If-Match with the ETag of what was read, so that nobody else's change is lost.");
        }
        boolean seen = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(revision)));
        if (!seen) {
            throw Problem.stale("It was changed meanwhile: If-Match says " + ifMatch + ", it now is " + of(revision)
                    + ". Read it again, and repeat the change on what is there.");
        }
    }
}
