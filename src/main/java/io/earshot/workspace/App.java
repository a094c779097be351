package io.earshot.workspace;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An application that prompts appear in. */
@Entity
class App extends PanacheEntityBase {
    @Id
    UUID id;

    UUID workspaceId;
    String name;
    List<String> allowedOrigins;
    Instant createdAt;

    protected App() {}

    App(UUID id, UUID workspaceId, String name, List<String> allowedOrigins, Instant createdAt) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.name = name;
        this.allowedOrigins = allowedOrigins;
        this.createdAt = createdAt;
    }
}
