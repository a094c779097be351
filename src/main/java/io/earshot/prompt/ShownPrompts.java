package io.earshot.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which prompt a display was of, as metadata of its response. A display never changes in this, so it is looked up once. */
@Singleton
public final class ShownPrompts {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 20_000;

    private record Display(UUID workspace, RespondentKey respondent, UUID exposure) {}

    private final Cache<Display, Map<String, JsonNode>> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();
    private final Database database;

    ShownPrompts(Database database) {
        this.database = database;
    }

    /** By the catalogue's names; empty if no such display was granted to the respondent. */
    public Map<String, JsonNode> attributes(UUID workspace, RespondentKey respondent, UUID exposure) {
        Display display = new Display(workspace, respondent, exposure);
        Map<String, JsonNode> found = known.getIfPresent(display);
        if (found == null) {
            found = look(display);
            // One that isn't there may come yet, in the same batch.
            if (!found.isEmpty()) {
                known.put(display, found);
            }
        }
        return found;
    }

    private Map<String, JsonNode> look(Display display) {
        String sql =
                """
                select prompt_id, arm, inclusion_probability, exposure.trigger ->> 'event' as event,
                    definition ->> 'format' as format
                from exposure left join prompt on prompt.id = prompt_id
                where respondent_key = ? and exposure.id = ? and exposure.workspace_id = ? and granted""";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, display.respondent().value());
                select.setObject(2, display.exposure());
                select.setObject(3, display.workspace());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? attributes(row) : Map.of();
                }
            }
        });
    }

    private static Map<String, JsonNode> attributes(ResultSet row) throws SQLException {
        Map<String, JsonNode> attributes = new HashMap<>();
        put(attributes, "earshot.prompt.id", row.getString("prompt_id"));
        put(attributes, "earshot.prompt.format", row.getString("format"));
        put(attributes, "earshot.prompt.trigger", row.getString("event"));
        put(attributes, "earshot.prompt.arm", row.getString("arm"));
        attributes.put(
                "earshot.prompt.inclusion_probability", DoubleNode.valueOf(row.getDouble("inclusion_probability")));
        return attributes;
    }

    private static void put(Map<String, JsonNode> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, TextNode.valueOf(value));
        }
    }
}
