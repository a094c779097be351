package io.earshot.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.workspace.RespondentKey;
import io.earshot.workspace.RowParameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which prompts displays were of, as metadata of their responses. */
public final class ShownPrompts {
    private static final String ATTRIBUTES =
            """
            select exposure.respondent_key, exposure.id, exposure.workspace_id, prompt_id, arm, inclusion_probability,
                exposure.trigger ->> 'event' as event, definition ->> 'format' as format
            from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as given (respondent_key, id, workspace_id)
            join exposure using (respondent_key, id, workspace_id)
            left join prompt on prompt.id = prompt_id
            where granted""";

    private ShownPrompts() {}

    /** One time that a respondent was shown something. */
    public record Display(UUID workspace, RespondentKey respondent, UUID exposure) {}

    /** By the catalogue's names; nothing for what was granted to nobody or to somebody else. */
    public static Map<Display, Map<String, JsonNode>> attributes(Connection connection, Collection<Display> displays)
            throws SQLException {
        Map<Display, Map<String, JsonNode>> attributes = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ATTRIBUTES)) {
            new RowParameters<>(select, List.copyOf(displays))
                    .add("uuid", display -> display.respondent().value())
                    .add("uuid", Display::exposure)
                    .add("uuid", Display::workspace);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Display display = new Display(
                            row.getObject("workspace_id", UUID.class),
                            new RespondentKey(row.getObject("respondent_key", UUID.class)),
                            row.getObject("id", UUID.class));
                    attributes.put(display, attributes(row));
                }
            }
        }
        return attributes;
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
