package io.earshot.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page; null on the last one */
public record ResponsePage(List<StoredResponse> items, @Nullable String next) {
    public ResponsePage {
        items = List.copyOf(items);
    }
}
