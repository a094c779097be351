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

    /**
     * Keeps the draft's content under its latest version's number. The database copies it, so that megabytes are neither sent
     * back to it nor compressed again.
     */
    static void freeze(UUID id, QuestionnaireDraft draft, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into questionnaire_version"
                        + " (id, workspace_id, questionnaire_id, version, content, published_at)"
                        + " select ?1, workspace_id, id, ?2, content, ?3 from questionnaire"
                        + " where workspace_id = ?4 and id = ?5")
                .setParameter(1, id)
                .setParameter(2, draft.latestVersion)
                .setParameter(3, now)
                .setParameter(4, draft.workspaceId)
                .setParameter(5, draft.id)
                .executeUpdate();
    }

    static Optional<QuestionnaireVersion> in(UUID workspace, UUID questionnaire, int version) {
        return find("workspaceId = ?1 and questionnaireId = ?2 and version = ?3", workspace, questionnaire, version)
                .firstResultOptional();
    }

    static List<QuestionnaireVersion> of(QuestionnaireDraft draft) {
        return list("workspaceId = ?1 and questionnaireId = ?2 order by version", draft.workspaceId, draft.id);
    }
}
