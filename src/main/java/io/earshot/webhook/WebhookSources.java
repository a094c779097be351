package io.earshot.webhook;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Everything that events can be of. */
@Singleton
class WebhookSources {
    static final String PING = "ping";

    private final Map<String, WebhookSource> byType = new HashMap<>();

    WebhookSources(@All List<WebhookSource> sources) {
        for (WebhookSource source : sources) {
            for (String type : source.types()) {
                if (byType.put(type, source) != null) {
                    throw new IllegalStateException("two sources tell of " + type);
                }
            }
        }
    }

    SortedSet<String> types() {
        return new TreeSet<>(byType.keySet());
    }

    /** What is told, as JSON; empty if what it is about is there no more. */
    Optional<String> data(UUID workspace, String type, String subject) {
        WebhookSource source = byType.get(type);
        if (type.equals(PING)) {
            return Optional.of("{}");
        }
        return source == null ? Optional.empty() : source.data(workspace, subject);
    }
}
