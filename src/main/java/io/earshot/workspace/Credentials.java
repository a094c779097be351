package io.earshot.workspace;

import io.agroal.api.AgroalDataSource;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
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

    private final AgroalDataSource database;

    Credentials(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @param origin the page's origin if a browser sent one
     * @return empty if there is no such token, or its app does not serve pages of this origin
     */
    Optional<Grant> token(String token, @Nullable String origin) throws SQLException {
        String sql =
                """
                select t.workspace_id, t.hint, t.role, t.app_id, a.allowed_origins
                from token t left join app a on a.id = t.app_id
                where t.digest = ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, TokenDigest.of(token));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !serves(row.getArray("allowed_origins"), origin)) {
                    return Optional.empty();
                }
                return Optional.of(new Grant(
                        row.getObject("workspace_id", UUID.class),
                        row.getString("hint"),
                        row.getString("role"),
                        row.getObject("app_id", UUID.class)));
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

    private static boolean serves(@Nullable Array allowedOrigins, @Nullable String origin) throws SQLException {
        if (allowedOrigins == null || origin == null) {
            return true;
        }
        List<String> allowed = List.of((String[]) allowedOrigins.getArray());
        return allowed.isEmpty() || allowed.contains(origin);
    }
}
