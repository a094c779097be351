package io.earshot.workspace;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks credentials up: the one place that reads across workspaces, since it finds out which workspace a caller is of. */
@ApplicationScoped
class Credentials {
    // Compared against when there is no such member, so that an unknown address takes as long as a wrong password.
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody");

    /** A revoked token works for as long as it is remembered. */
    private final Remembered<Digest, Known> known = new Remembered<>(this::look);

    private final Database database;

    private record Known(Grant grant, List<String> allowedOrigins) {
        Optional<Grant> to(@Nullable String origin) {
            boolean serves = origin == null || allowedOrigins.isEmpty() || allowedOrigins.contains(origin);
            return serves ? Optional.of(grant) : Optional.empty();
        }
    }

    /** A token's digest with the equality of its bytes, so that no token itself is kept in memory. */
    private record Digest(ByteBuffer bytes) {
        static Digest of(String token) {
            return new Digest(ByteBuffer.wrap(TokenDigest.of(token)));
        }
    }

    Credentials(Database database) {
        this.database = database;
    }

    /** What {@link #token} answers if it need not ask the database for it; empty if it must. */
    Optional<Grant> remembered(String token, @Nullable String origin) {
        return known.ifKnown(Digest.of(token)).flatMap(found -> found.to(origin));
    }

    /**
     * @param origin the page's origin if a browser sent one
     * @return empty if there is no such token, or its app does not serve pages of this origin
     */
    Optional<Grant> token(String token, @Nullable String origin) {
        return known.find(Digest.of(token)).flatMap(found -> found.to(origin));
    }

    private Optional<Known> look(Digest digest) {
        String sql =
                """
                select t.workspace_id, t.hint, t.role, t.app_id, a.allowed_origins
                from token t left join app a on a.id = t.app_id
                where t.digest = ?""";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setBytes(1, digest.bytes().array());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(known(row)) : Optional.empty();
                }
            }
        });
    }

    private static Known known(ResultSet row) throws SQLException {
        Grant grant = new Grant(
                row.getObject("workspace_id", UUID.class),
                row.getString("hint"),
                row.getString("role"),
                row.getObject("app_id", UUID.class));
        Array origins = row.getArray("allowed_origins");
        return new Known(grant, origins == null ? List.of() : List.of((String[]) origins.getArray()));
    }

    /** @return empty if there is no such member or the password is another */
    Optional<Grant> member(String email, String password) {
        String sql = "select workspace_id, email, password_hash, role from member where lower(email) = lower(?)";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, email);
                try (ResultSet row = select.executeQuery()) {
                    boolean isMember = row.next();
                    boolean right = BcryptUtil.matches(password, isMember ? row.getString("password_hash") : NOBODY);
                    return isMember && right
                            ? Optional.of(new Grant(
                                    row.getObject("workspace_id", UUID.class),
                                    row.getString("email"),
                                    row.getString("role"),
                                    null))
                            : Optional.empty();
                }
            }
        });
    }
}
