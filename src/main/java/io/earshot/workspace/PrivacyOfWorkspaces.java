package io.earshot.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The privacy settings of all workspaces. */
@Singleton
public final class PrivacyOfWorkspaces {
    private final Database database;
    private final ObjectMapper json;

    PrivacyOfWorkspaces(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public PrivacySettings of(UUID workspace) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select privacy from workspace where id = ?")) {
                select.setObject(1, workspace);
                try (ResultSet row = select.executeQuery()) {
                    return read(row.next() ? row.getString(1) : "{}");
                }
            }
        });
    }

    /** How many people a group must have before anything is shown about it. */
    public int kAnonymity(UUID workspace) {
        Integer k = of(workspace).kAnonymity();
        return k == null ? PrivacySettings.DEFAULT_K : k;
    }

    /** Of every workspace, for work that is done in all of them. */
    public Map<UUID, PrivacySettings> all() {
        return database.run(connection -> {
            Map<UUID, PrivacySettings> all = new LinkedHashMap<>();
            try (PreparedStatement select =
                            connection.prepareStatement("select id, privacy from workspace order by id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.put(row.getObject("id", UUID.class), read(row.getString("privacy")));
                }
            }
            return all;
        });
    }

    /** In the caller's transaction. */
    public void set(Connection connection, UUID workspace, PrivacySettings settings) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update workspace set privacy = ?::jsonb where id = ?")) {
            update.setString(1, json.writeValueAsString(settings));
            update.setObject(2, workspace);
            update.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings can't be written: " + settings, e);
        }
    }

    private PrivacySettings read(String text) {
        try {
            return json.readValue(text, PrivacySettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the privacy settings of a workspace can't be read: " + text, e);
        }
    }
}
