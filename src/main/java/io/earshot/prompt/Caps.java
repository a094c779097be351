package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one respondent may see one prompt. What is absent does not limit, but for {@code maxShown}: a prompt that says
 * nothing is shown once.
 *
 * @param maxShown               times, 1 or more
 * @param waitAfterShownDays     days, fractions allowed, more than 0
 * @param waitAfterDismissedDays the same, since it was last closed without an answer
 * @param waitAfterAnsweredDays  the same, since it was last answered; absent, an answer ends it for good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Caps(
        @Nullable Integer maxShown,
        @Nullable Double waitAfterShownDays,
        @Nullable Double waitAfterDismissedDays,
        @Nullable Double waitAfterAnsweredDays) {

    static final Caps ONCE = new Caps(1, null, null, null);

    /** Times; by default once, and without limit if the prompt may come again after an answer. */
    int shownAtMost() {
        if (maxShown != null) {
            return maxShown;
        }
        return waitAfterAnsweredDays == null ? 1 : Integer.MAX_VALUE;
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (maxShown != null && maxShown < 1) {
            faults.add(new Fault(
                    "/caps/maxShown",
                    "out-of-range",
                    "maxShown must be 1 or more, not " + maxShown + "; stop a prompt that nobody shall see."));
        }
        positive(faults, "waitAfterShownDays", waitAfterShownDays);
        positive(faults, "waitAfterDismissedDays", waitAfterDismissedDays);
        positive(faults, "waitAfterAnsweredDays", waitAfterAnsweredDays);
        return faults;
    }

    private static void positive(List<Fault> faults, String name, @Nullable Double days) {
        if (days != null && !(days > 0 && days <= 36_500)) {
            faults.add(new Fault(
                    "/caps/" + name,
                    "out-of-range",
                    name + " must be more than 0 and at most 36500 days, not " + days + "; leave it out for no wait."));
        }
    }
}
