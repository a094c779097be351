package io.earshot.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A tenant: everything in Earshot belongs to exactly one. */
@Entity
class Workspace extends PanacheEntityBase {
    @Id
    UUID id;

    String name;
    Instant createdAt;

    protected Workspace() {}

    Workspace(UUID id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
    }
}
