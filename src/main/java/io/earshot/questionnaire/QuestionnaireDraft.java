package io.earshot.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A questionnaire as it is being edited. Only what changed is written, since content may have megabytes. */
@Entity
@DynamicUpdate
@Table(name = "questionnaire")
class QuestionnaireDraft extends PanacheEntityBase {
    @Id
    UUID id;

    UUID workspaceId;
    String name;
    String content;
    int revision;

    /** 0 until the first publish. */
    int latestVersion;

    Instant createdAt;
    Instant updatedAt;

    protected QuestionnaireDraft() {}

    QuestionnaireDraft(UUID id, UUID workspaceId, String name, String content, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.name = name;
        this.content = content;
        this.revision = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Optional<QuestionnaireDraft> in(UUID workspace, UUID id) {
        return find("workspaceId = ?1 and id = ?2", workspace, id).firstResultOptional();
    }

    /** The same, and nobody else writes it until this transaction ends. */
    static Optional<QuestionnaireDraft> locked(UUID workspace, UUID id) {
        return find("workspaceId = ?1 and id = ?2", workspace, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    void changed(Instant now) {
        revision++;
        updatedAt = now;
    }
}
