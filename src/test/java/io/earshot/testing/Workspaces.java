package io.earshot.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Makes workspaces for tests: inject it, {@code create()} one, and nothing of another test is in the way. */
@ApplicationScoped
public class Workspaces {
    private final AgroalDataSource database;

    Workspaces(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A workspace with one app.
     *
     * @param secret      a token of an owner for the management API
     * @param publishable the app's key for the client API
     */
    public record Tenant(UUID workspace, UUID app, String secret, String publishable) {}

    public Tenant create() {
        UUID workspace = UuidCreator.getTimeOrderedEpoch();
        UUID app = UuidCreator.getTimeOrderedEpoch();
        String secret = "sk_" + UUID.randomUUID();
        String publishable = "pk_" + UUID.randomUUID();
        run("insert into workspace values (?, 'tested', now())", workspace);
        run("insert into app (id, workspace_id, name, created_at) values (?, ?, 'tested', now())", app, workspace);
        String token =
                """
                insert into token (id, workspace_id, app_id, digest, hint, publishable, role, created_at)
                values (?, ?, ?, sha256(convert_to(?, 'UTF8')), 'tested', ?, ?, now())""";
        run(token, UUID.randomUUID(), workspace, null, secret, null, "owner");
        run(token, UUID.randomUUID(), workspace, app, publishable, publishable, "client");
        return new Tenant(workspace, app, secret, publishable);
    }

    /** A further secret token of a workspace, with a role of {@code io.earshot.workspace.Role}. */
    public String token(UUID workspace, String role) {
        String secret = "sk_" + UUID.randomUUID();
        run(
                """
                insert into token (id, workspace_id, digest, hint, role, created_at)
                values (?, ?, sha256(convert_to(?, 'UTF8')), 'tested', ?, now())""",
                UUID.randomUUID(),
                workspace,
                secret,
                role);
        return secret;
    }

    private void run(String sql, @org.jspecify.annotations.Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
