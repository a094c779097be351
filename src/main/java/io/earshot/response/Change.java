package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a response.
 *
 * @param response as it is now; null if it was erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(Kind change, UUID id, UUID questionnaire, @Nullable StoredResponse response) {
    /** A response that was made and changed since is told once, as it is now. */
    public enum Kind {
        WRITTEN,
        ERASED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Changes in an order that is never added to from behind.
     *
     * @param next what to ask for next, also if nothing has changed
     * @param more whether there is something behind {@code next} already
     */
    public record Page(List<Change> items, String next, boolean more) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
