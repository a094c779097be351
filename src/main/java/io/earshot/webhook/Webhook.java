package io.earshot.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to know.
 *
 * @param events types of events
 * @param secret what deliveries are signed with; told only when it has just been made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhook(
        UUID id, String url, List<String> events, boolean enabled, Instant createdAt, @Nullable String secret) {
    public Webhook {
        events = List.copyOf(events);
    }
}
