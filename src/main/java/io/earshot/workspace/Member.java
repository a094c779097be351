package io.earshot.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A person who works in a workspace. */
@Entity
class Member extends PanacheEntityBase {
    @Id
    UUID id;

    UUID workspaceId;
    String email;
    String passwordHash;
    String role;
    Instant createdAt;

    protected Member() {}

    Member(UUID id, UUID workspaceId, String email, String passwordHash, String role, Instant createdAt) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.email = email;
        this.passwordHash = passwordHash;
        this.role = role;
        this.createdAt = createdAt;
    }
}
