package io.earshot.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential of a program: a secret token with a role, or an app's publishable key. */
@Entity
class Token extends PanacheEntityBase {
    @Id
    UUID id;

    UUID workspaceId;

    @Nullable
    UUID appId;

    byte[] digest;
    String hint;

    @Nullable
    String publishable;

    String role;
    Instant createdAt;

    protected Token() {}

    static Token secret(UUID id, UUID workspaceId, String token, String role, Instant createdAt) {
        return new Token(id, workspaceId, null, token, null, role, createdAt);
    }

    static Token publishable(UUID id, UUID workspaceId, UUID appId, String token, Instant createdAt) {
        return new Token(id, workspaceId, appId, token, token, Role.CLIENT, createdAt);
    }

    private Token(
            UUID id,
            UUID workspaceId,
            @Nullable UUID appId,
            String token,
            @Nullable String publishable,
            String role,
            Instant createdAt) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.appId = appId;
        this.digest = TokenDigest.of(token);
        this.hint = TokenDigest.hint(token);
        this.publishable = publishable;
        this.role = role;
        this.createdAt = createdAt;
    }
}
