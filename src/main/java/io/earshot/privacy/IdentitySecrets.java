package io.earshot.privacy;

import io.earshot.problem.Problem;
import io.earshot.workspace.Audit;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Database;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** The secret by which an app's server signs who its respondents are. */
@Path("/v1/apps/{id}/identity-secret")
@Produces(MediaType.APPLICATION_JSON)
public class IdentitySecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    // As many as HS256 has, by RFC 7518 the fewest that a key may have.
    private static final int BYTES = 32;

    private final Caller caller;
    private final Database database;
    private final Audit audit;

    IdentitySecrets(Caller caller, Database database, Audit audit) {
        this.caller = caller;
        this.database = database;
        this.audit = audit;
    }

    /** @param secret the key of HS256 is its characters in UTF-8; shown this once */
    public record NewSecret(String secret) {}

    /** Makes a new one; what was signed with the old one is refused from now on. */
    @POST
    @RolesAllowed(Role.OWNER)
    public NewSecret renew(@PathParam("id") UUID app) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String secret = "is_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update app set identity_secret = ? where workspace_id = ? and id = ?")) {
                update.setString(1, secret);
                update.setObject(2, caller.workspace());
                update.setObject(3, app);
                if (update.executeUpdate() == 0) {
                    throw Problem.notFound("app", app);
                }
            }
            audit.note(
                    connection,
                    caller.workspace(),
                    caller.name(),
                    "app.identity-secret.renewed",
                    "app:" + app,
                    Map.of());
            return secret;
        });
        return new NewSecret(secret);
    }
}
