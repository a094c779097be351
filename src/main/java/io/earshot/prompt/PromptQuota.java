package io.earshot.prompt;

import io.earshot.problem.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When there are enough answers: the prompt stops being shown at {@code limit} complete responses. A display holds a place
 * until it is answered or abandoned, so that the limit is never passed.
 *
 * @param limit     complete responses that are not test responses, 1 or more
 * @param precision not supported yet, so refused and not ignored
 * @param perDay    likewise
 */
public record PromptQuota(@Nullable Integer limit, @Nullable Double precision, @Nullable Integer perDay) {

    List<Fault> faults() {
        if (precision != null || perDay != null) {
            return List.of(new Fault(
                    precision != null ? "/quota/precision" : "/quota/perDay",
                    "not-supported-yet",
                    "This version enforces a limit only; leave it out."));
        }
        return limit == null || limit < 1
                ? List.of(
                        new Fault("/quota/limit", "out-of-range", "A quota needs a limit of 1 or more: " + limit + "."))
                : List.of();
    }

    /** How many places there are. */
    int places() {
        return limit == null ? Integer.MAX_VALUE : limit;
    }
}
