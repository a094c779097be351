package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.check.EarlierNames;
import io.earshot.questionnaire.check.Finding;
import io.earshot.questionnaire.check.QuestionnaireCheck;
import io.earshot.questionnaire.check.Review;
import io.earshot.questionnaire.check.VersionComparison;
import io.earshot.questionnaire.check.VersionDifference;
import io.earshot.workspace.Remembered;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questionnaires of all workspaces: drafts that change and versions that don't. */
@ApplicationScoped
public class Questionnaires {
    private static final long KEPT_CHARACTERS = 16_000_000;

    /** Stands in a key for whichever version is the latest. */
    private static final int LATEST = 0;

    private record VersionKey(UUID workspace, UUID questionnaire, int version) {}

    private final Remembered<VersionKey, PublishedVersion> found = new Remembered<>(this::look);
    private final ReadQuestionnaires read = new ReadQuestionnaires(KEPT_CHARACTERS);
    private final PublishedNames names = new PublishedNames();
    private final QuestionnaireCheck check;
    private final Clock clock;

    Questionnaires(QuestionnaireCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    /** @throws Problem 404 if there is no such version in the workspace */
    @Transactional
    public PublishedVersion version(UUID workspace, UUID questionnaire, int version) {
        QuestionnaireDraft draft = draft(workspace, questionnaire);
        return published(draft, version);
    }

    /** The version published last; empty if there is none or no such questionnaire in the workspace. */
    @Transactional
    public Optional<PublishedVersion> latest(UUID workspace, UUID questionnaire) {
        return QuestionnaireDraft.in(workspace, questionnaire)
                .filter(draft -> draft.latestVersion > 0)
                .map(draft -> published(draft, draft.latestVersion));
    }

    /** Whether the workspace has it, published or not. */
    @Transactional
    public boolean exists(UUID workspace, UUID questionnaire) {
        return QuestionnaireDraft.in(workspace, questionnaire).isPresent();
    }

    /**
     * A published version; empty if there is none of this number in the workspace. Every stored response asks for one, so
     * what was found lately is not looked up again: a deleted questionnaire takes answers for {@link Remembered#LASTS} more.
     */
    public Optional<PublishedVersion> find(UUID workspace, UUID questionnaire, int version) {
        return version == LATEST ? Optional.empty() : found.find(new VersionKey(workspace, questionnaire, version));
    }

    /** What {@link #find} answers if it need not ask the database for it. */
    public Optional<PublishedVersion> remembered(UUID workspace, UUID questionnaire, int version) {
        return found.ifKnown(new VersionKey(workspace, questionnaire, version));
    }

    /** Likewise for {@link #recentLatest}. */
    public Optional<PublishedVersion> rememberedLatest(UUID workspace, UUID questionnaire) {
        return remembered(workspace, questionnaire, LATEST);
    }

    /** The version published last, as it was at most {@link Remembered#LASTS} ago; for what every stored response asks. */
    public Optional<PublishedVersion> recentLatest(UUID workspace, UUID questionnaire) {
        return found.find(new VersionKey(workspace, questionnaire, LATEST));
    }

    private Optional<PublishedVersion> look(VersionKey key) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> QuestionnaireDraft.in(key.workspace(), key.questionnaire())
                        .flatMap(draft -> {
                            int version = key.version() == LATEST ? draft.latestVersion : key.version();
                            return version >= 1 && version <= draft.latestVersion
                                    ? Optional.of(published(draft, version))
                                    : Optional.empty();
                        }));
    }

    /** The oldest of that name in the workspace; names need not be unique. */
    @Transactional
    public Optional<UUID> named(UUID workspace, String name) {
        return QuestionnaireDraft.<QuestionnaireDraft>find(
                        "workspaceId = ?1 and name = ?2 order by id", workspace, name)
                .<QuestionnaireDraft>firstResultOptional()
                .map(draft -> draft.id);
    }

    /** Makes a draft, which may have errors yet. */
    @Transactional
    public UUID create(UUID workspace, String name, JsonNode content) {
        return create(workspace, name, content.toString());
    }

    /** @param content JSON that {@link QuestionnaireBody} let through */
    @Transactional
    UUID create(UUID workspace, String name, String content) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        new QuestionnaireDraft(id, workspace, name, content, clock.instant()).persist();
        return id;
    }

    /**
     * Makes a draft of content that another tool's file gave.
     *
     * @throws Problem 400 or 413 if it could not be stored as it is, just as when it is sent by an author
     */
    @Transactional
    public UUID createFrom(UUID workspace, String name, ObjectNode content) {
        return create(workspace, name, new SentObject(content.toString()).read().json());
    }

    /**
     * Errors and advice about the draft.
     *
     * @throws Problem 404 if there is no such questionnaire in the workspace
     */
    @Transactional
    public List<Finding> check(UUID workspace, UUID questionnaire) {
        return review(draft(workspace, questionnaire)).findings();
    }

    /** The draft's content, which may have errors, as its author wrote it. */
    @Transactional
    public String draftJson(UUID workspace, UUID questionnaire) {
        return draft(workspace, questionnaire).content;
    }

    /**
     * Freezes the draft as the next version.
     *
     * @return its number
     * @throws Problem 404 if there is no such questionnaire, 422 with {@code findings} if it has errors
     */
    @Transactional
    public int publish(UUID workspace, UUID questionnaire) {
        QuestionnaireDraft draft = QuestionnaireDraft.locked(workspace, questionnaire)
                .orElseThrow(() -> Problem.notFound("questionnaire", questionnaire));
        List<Finding> findings = review(draft).findings();
        List<Fault> errors = findings.stream()
                .filter(Finding::isError)
                .map(finding -> new Fault(finding.pointer(), finding.code(), finding.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.unprocessable("questionnaire-has-errors", "The questionnaire has errors", errors)
                    .with("findings", findings);
        }
        draft.latestVersion++;
        draft.changed(clock.instant());
        QuestionnaireVersion.freeze(UuidCreator.getTimeOrderedEpoch(), draft, clock.instant());
        return draft.latestVersion;
    }

    /** What a check of the draft finds; must be called inside a transaction. */
    Review review(QuestionnaireDraft draft) {
        EarlierNames earlier = names.upTo(draft.id, draft.latestVersion, version -> content(draft, version));
        return check.review(QuestionnaireJson.tree(draft.content), earlier);
    }

    /**
     * How two versions differ.
     *
     * @param to a later version; the draft if empty
     * @throws Problem 404 if there is no such version in the workspace, 422 if the draft doesn't fit the schema
     */
    @Transactional
    public VersionDifference difference(UUID workspace, UUID questionnaire, int from, Optional<Integer> to) {
        QuestionnaireDraft draft = draft(workspace, questionnaire);
        JsonNode before = content(draft, from);
        if (to.isPresent()) {
            return new VersionComparison(before, content(draft, to.get()))
                    .difference(Integer.toString(from), Integer.toString(to.get()));
        }
        JsonNode after = QuestionnaireJson.tree(draft.content);
        List<Fault> faults = check.schemaErrors(after).stream()
                .map(finding -> new Fault(finding.pointer(), finding.code(), finding.message()))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(
                    "questionnaire-has-errors", "The draft has errors; mend them before it is compared", faults);
        }
        return new VersionComparison(before, after).difference(Integer.toString(from), "draft");
    }

    /** Seconds that a published version takes to fill in. */
    int estimatedSeconds(PublishedVersion version) {
        return check.estimatedSeconds(QuestionnaireJson.tree(version.json()));
    }

    private static JsonNode content(QuestionnaireDraft draft, int version) {
        return QuestionnaireJson.tree(QuestionnaireVersion.in(draft.workspaceId, draft.id, version)
                .orElseThrow(() -> Problem.notFound("version", version + " of questionnaire " + draft.id))
                .content);
    }

    private static QuestionnaireDraft draft(UUID workspace, UUID questionnaire) {
        return QuestionnaireDraft.in(workspace, questionnaire)
                .orElseThrow(() -> Problem.notFound("questionnaire", questionnaire));
    }

    private PublishedVersion published(QuestionnaireDraft draft, int version) {
        ReadQuestionnaires.Read found = read.get(draft.workspaceId, draft.id, version, () -> QuestionnaireVersion.in(
                        draft.workspaceId, draft.id, version)
                .orElseThrow(() -> Problem.notFound("version", version + " of questionnaire " + draft.id))
                .content);
        return new PublishedVersion(draft.id, draft.name, version, found.content(), found.flow(), found.json());
    }
}
