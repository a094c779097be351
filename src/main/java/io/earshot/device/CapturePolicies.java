package io.earshot.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.workspace.Database;
import io.earshot.workspace.Remembered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each app captures. Every response asks, so a change takes effect within {@link Remembered#LASTS}. */
@Singleton
public final class CapturePolicies {
    private record Key(UUID workspace, @Nullable UUID app) {}

    private final Remembered<Key, CapturePolicy> known = new Remembered<>(key -> Optional.of(look(key)));
    private final CustomAttributes customAttributes;
    private final Database database;
    private final ObjectMapper json;

    CapturePolicies(CustomAttributes customAttributes, Database database, ObjectMapper json) {
        this.customAttributes = customAttributes;
        this.database = database;
        this.json = json;
    }

    /**
     * What an app's owner says.
     *
     * @param anonymous     absent is false
     * @param attributes    by name: true is on, false is off
     * @param placeDecimals from 0 to 3; absent is as the catalogue says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settings(
            @Nullable Boolean anonymous, @Nullable Map<String, Boolean> attributes, @Nullable Integer placeDecimals) {
        public Settings {
            anonymous = anonymous != null && anonymous;
            attributes = new TreeMap<>(attributes == null ? Map.of() : attributes);
        }
    }

    /** @param app null for what came by no app, which is as the catalogue says */
    public CapturePolicy of(UUID workspace, @Nullable UUID app) {
        return known.find(new Key(workspace, app)).orElseThrow();
    }

    /** What {@link #of} answers if it need not ask the database for it. */
    public Optional<CapturePolicy> remembered(UUID workspace, @Nullable UUID app) {
        return known.ifKnown(new Key(workspace, app));
    }

    private CapturePolicy look(Key key) {
        Map<String, Attribute> declared = customAttributes.of(key.workspace()).stream()
                .collect(Collectors.toMap(CustomAttribute::name, CustomAttribute::attribute));
        UUID app = key.app();
        Settings settings = app == null
                ? new Settings(null, null, null)
                : settings(key.workspace(), app).orElseGet(() -> new Settings(null, null, null));
        return new CapturePolicy(
                Boolean.TRUE.equals(settings.anonymous()),
                settings.attributes() == null ? Map.of() : settings.attributes(),
                settings.placeDecimals(),
                declared);
    }

    Optional<Settings> settings(UUID workspace, UUID app) {
        return database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select capture from app where workspace_id = ? and id = ?")) {
                select.setObject(1, workspace);
                select.setObject(2, app);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(read(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    /** In the caller's transaction. @return false if there is no such app */
    boolean set(Connection connection, UUID workspace, UUID app, Settings settings) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update app set capture = ?::jsonb where workspace_id = ? and id = ?")) {
            update.setString(1, json.writeValueAsString(settings));
            update.setObject(2, workspace);
            update.setObject(3, app);
            return update.executeUpdate() == 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("capture settings can't be written: " + settings, e);
        } finally {
            forget();
        }
    }

    /** What was changed on this node takes effect at once. */
    void forget() {
        known.forget();
    }

    private Settings read(String text) {
        try {
            return json.readValue(text, Settings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the capture settings of an app can't be read: " + text, e);
        }
    }
}
