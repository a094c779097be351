package io.earshot.device;

import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What each workspace declared besides the catalogue. */
@Singleton
public final class CustomAttributes {
    private final Database database;
    private final Clock clock;

    CustomAttributes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By name. */
    public List<CustomAttribute> of(UUID workspace) {
        String sql =
                """
                select name, type, privacy_class, retention_days from custom_attribute
                where workspace_id = ? order by name""";
        return database.run(connection -> {
            List<CustomAttribute> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, workspace);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new CustomAttribute(
                                row.getString("name"),
                                AttributeType.valueOf(row.getString("type")),
                                PrivacyClass.of(row.getString("privacy_class")).orElseThrow(),
                                row.getObject("retention_days", Integer.class)));
                    }
                }
            }
            return found;
        });
    }

    /** Declares it, or changes what was declared under its name; in the caller's transaction. */
    void declare(Connection connection, UUID workspace, CustomAttribute attribute) throws SQLException {
        String sql =
                """
                insert into custom_attribute (workspace_id, name, type, privacy_class, retention_days, declared_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, name) do update set type = excluded.type,
                    privacy_class = excluded.privacy_class, retention_days = excluded.retention_days""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, workspace);
            upsert.setString(2, attribute.name());
            upsert.setString(3, attribute.type().name());
            upsert.setString(4, attribute.privacy().word());
            upsert.setObject(5, attribute.retentionDays());
            upsert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    /** @return false if there is none; what was captured stays until its response goes */
    boolean withdraw(Connection connection, UUID workspace, String name) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from custom_attribute where workspace_id = ? and name = ?")) {
            delete.setObject(1, workspace);
            delete.setString(2, name);
            return delete.executeUpdate() == 1;
        }
    }
}
