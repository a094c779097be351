package io.earshot.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A questionnaire as it was published; written once. */
@Entity
class QuestionnaireVersion extends PanacheEntityBase {
    @Id
    UUID id;

    UUID workspaceId;
    UUID questionnaireId;
    int version;
    String content;
    Instant publishedAt;

    protected QuestionnaireVersion() {}

    QuestionnaireVersion(UUID id, QuestionnaireDraft draft, int version, Instant now) {
        this.id = id;
        this.workspaceId = draft.workspaceId;
        this.questionnaireId = draft.id;
        this.version = version;
        this.content = draft.content;
        this.publishedAt = now;
    }

    static Optional<QuestionnaireVersion> in(UUID workspace, UUID questionnaire, int version) {
        return find("workspaceId = ?1 and questionnaireId = ?2 and version = ?3", workspace, questionnaire, version)
                .firstResultOptional();
    }

    static List<QuestionnaireVersion> of(QuestionnaireDraft draft) {
        return list("workspaceId = ?1 and questionnaireId = ?2 order by version", draft.workspaceId, draft.id);
    }
}
