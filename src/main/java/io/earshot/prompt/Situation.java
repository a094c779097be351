package io.earshot.prompt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who would see a prompt, where and now.
 *
 * @param traits  what the application says of the respondent
 * @param context device and session attributes by their dotted names
 * @param formats what the application can draw; null if it did not say
 */
record Situation(
        UUID app,
        String respondent,
        Map<String, Object> traits,
        Map<String, Object> context,
        @Nullable List<Format> formats,
        Instant now) {
    Situation {
        requireNonNull(app, "app");
        requireNonNull(respondent, "respondent");
        requireNonNull(now, "now");
    }

    /** What audiences look at: {@code traits.*} and {@code context.*}, where a dotted name is a path. */
    Map<String, Object> data() {
        return Map.of("traits", nested(traits), "context", nested(context));
    }

    private static Map<String, Object> nested(Map<String, Object> flat) {
        Map<String, Object> tree = new HashMap<>();
        flat.forEach((name, value) -> {
            Map<String, Object> branch = tree;
            String[] steps = name.split("\\.");
            for (int i = 0; i < steps.length - 1; i++) {
                branch = branch(branch, steps[i]);
            }
            // A longer name that begins with this one has already made a branch here; the branch stays.
            branch.putIfAbsent(steps[steps.length - 1], value);
        });
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> branch(Map<String, Object> parent, String step) {
        Object child = parent.get(step);
        if (child instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        Map<String, Object> made = new HashMap<>();
        parent.put(step, made);
        return made;
    }
}
