package io.earshot.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks credentials up: the one place that reads across workspaces, since it finds out which workspace a caller is of. */
@ApplicationScoped
class Credentials {
    // Compared against when there is no such member, so that an unknown address takes as long as a wrong password.
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody");

    /** How long a token that was looked up is taken to be as it was: a revoked one works for so much longer. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<Digest, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();
    private final AgroalDataSource database;

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

    Credentials(AgroalDataSource database) {
        this.database = database;
    }

    /** What {@link #token} answers if it need not ask the database for it; empty if it must. */
    Optional<Grant> remembered(String token, @Nullable String origin) {
        return Optional.ofNullable(known.getIfPresent(Digest.of(token))).flatMap(found -> found.to(origin));
    }

    /**
     * @param origin the page's origin if a browser sent one
     * @return empty if there is no such token, or its app does not serve pages of this origin
     */
    Optional<Grant> token(String token, @Nullable String origin) throws SQLException {
        Digest digest = Digest.of(token);
        Known found = known.getIfPresent(digest);
        if (found == null) {
            found = look(digest).orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            known.put(digest, found);
        }
        return found.to(origin);
    }

    private Optional<Known> look(Digest digest) throws SQLException {
        String sql =
                """
                select t.workspace_id, t.hint, t.role, t.app_id, a.allowed_origins
                from token t left join app a on a.id = t.app_id
                where t.digest = ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, digest.bytes().array());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Grant grant = new Grant(
                        row.getObject("workspace_id", UUID.class),
                        row.getString("hint"),
                        row.getString("role"),
                        row.getObject("app_id", UUID.class));
                Array origins = row.getArray("allowed_origins");
                return Optional.of(
                        new Known(grant, origins == null ? List.of() : List.of((String[]) origins.getArray())));
            }
        }
    }

    /** @return empty if there is no such member or the password is another */
    Optional<Grant> member(String email, String password) throws SQLException {
        String sql = "select workspace_id, email, password_hash, role from member where lower(email) = lower(?)";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                boolean known = row.next();
                boolean right = BcryptUtil.matches(password, known ? row.getString("password_hash") : NOBODY);
                return known && right
                        ? Optional.of(new Grant(
                                row.getObject("workspace_id", UUID.class),
                                row.getString("email"),
                                row.getString("role"),
                                null))
                        : Optional.empty();
            }
        }
    }
}
