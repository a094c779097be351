package io.earshot.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.AppDirectory;
import io.earshot.workspace.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The prompts of all workspaces. */
@ApplicationScoped
public class Prompts {
    private final Questionnaires questionnaires;
    private final AppDirectory apps;
    private final ObjectMapper json;
    private final Clock clock;

    Prompts(Questionnaires questionnaires, AppDirectory apps, ObjectMapper json, Clock clock) {
        this.questionnaires = questionnaires;
        this.apps = apps;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem 400 if a part can't be obeyed, or app or questionnaire are not of this workspace */
    @Transactional
    public Prompt create(UUID workspace, PromptDefinition definition) {
        refuseFaults(workspace, definition);
        PromptRow row = new PromptRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.workspaceId = workspace;
        row.status = Prompt.Status.DRAFT.word();
        row.revision = 1;
        row.createdAt = clock.instant();
        row.define(definition, json);
        row.persist();
        return row.toPrompt(json);
    }

    /** @throws Problem 404 if there is no such prompt in the workspace */
    @Transactional
    public Prompt get(UUID workspace, UUID prompt) {
        return row(workspace, prompt, LockModeType.NONE).toPrompt(json);
    }

    @Transactional
    Listing<Prompt> list(UUID workspace, Listing.Window window) {
        List<PromptRow> found = PromptRow.<PromptRow>find(
                        "workspaceId = ?1 and id < ?2 order by id desc", workspace, window.before())
                .range(0, window.limit())
                .list();
        return Listing.of(found, window, row -> row.id, row -> row.toPrompt(json));
    }

    /** Whether the questionnaire has been placed anywhere, running or not. */
    @Transactional
    public boolean placed(UUID workspace, UUID questionnaire) {
        return PromptRow.count("workspaceId = ?1 and questionnaireId = ?2", workspace, questionnaire) > 0;
    }

    /** The prompts that an app may show now, those first that come first if several are due. */
    @Transactional
    List<Prompt> running(UUID workspace, UUID app) {
        return PromptRow.<PromptRow>list("workspaceId = ?1 and appId = ?2 and status = 'running'", workspace, app)
                .stream()
                .map(row -> row.toPrompt(json))
                .sorted(Comparator.comparingInt(
                                (Prompt prompt) -> -prompt.definition().effectivePriority())
                        .thenComparing(Prompt::createdAt)
                        .thenComparing(Prompt::id))
                .toList();
    }

    /** What a prompt shows now: its pinned version, else the latest; empty if nothing is published. */
    Optional<PublishedVersion> shown(Prompt prompt) {
        QuestionnaireReference reference = prompt.definition().questionnaire();
        return reference.version() == null
                ? questionnaires.latest(prompt.workspace(), reference.id())
                : Optional.of(questionnaires.version(prompt.workspace(), reference.id(), reference.version()));
    }

    /** @throws Problem 404 if there is no such prompt, 400 if a part of what it becomes can't be obeyed */
    @Transactional
    Prompt change(UUID workspace, UUID prompt, Change change) throws JsonProcessingException {
        PromptRow row = row(workspace, prompt, LockModeType.PESSIMISTIC_WRITE);
        PromptDefinition wanted = change.apply(row.toPrompt(json));
        refuseFaults(workspace, wanted);
        row.define(wanted, json);
        row.revision++;
        return row.toPrompt(json);
    }

    interface Change {
        PromptDefinition apply(Prompt current) throws JsonProcessingException;
    }

    /** @throws Problem 409 if its questionnaire has no published version */
    @Transactional
    public Prompt start(UUID workspace, UUID prompt) {
        PromptRow row = row(workspace, prompt, LockModeType.PESSIMISTIC_WRITE);
        if (shown(row.toPrompt(json)).isEmpty()) {
            throw Problem.conflict(
                    "not-published",
                    "Questionnaire " + row.questionnaireId + " has no published version; publish it, then start the"
                            + " prompt.");
        }
        if (!row.status.equals(Prompt.Status.RUNNING.word())) {
            row.status = Prompt.Status.RUNNING.word();
            row.startedAt = clock.instant();
            row.stoppedAt = null;
            row.revision++;
        }
        return row.toPrompt(json);
    }

    /** Stops it for everybody from the next claim on; what is on a screen already may still be answered. */
    @Transactional
    public Prompt stop(UUID workspace, UUID prompt) {
        PromptRow row = row(workspace, prompt, LockModeType.PESSIMISTIC_WRITE);
        if (row.status.equals(Prompt.Status.RUNNING.word())) {
            row.status = Prompt.Status.STOPPED.word();
            row.stoppedAt = clock.instant();
            row.revision++;
        }
        return row.toPrompt(json);
    }

    /** @throws Problem 409 while it runs */
    @Transactional
    void delete(UUID workspace, UUID prompt) {
        PromptRow row = row(workspace, prompt, LockModeType.PESSIMISTIC_WRITE);
        if (row.status.equals(Prompt.Status.RUNNING.word())) {
            throw Problem.conflict("running", "Prompt " + prompt + " is running; stop it, then delete it.");
        }
        row.delete();
    }

    private void refuseFaults(UUID workspace, PromptDefinition definition) {
        definition.refuseFaults();
        if (!apps.has(workspace, definition.app())) {
            throw Problem.invalid(List.of(new Fault(
                    "/app", "not-found", "There is no app " + definition.app() + " in this workspace; see /v1/apps.")));
        }
        QuestionnaireReference reference = definition.questionnaire();
        if (!questionnaires.exists(workspace, reference.id())) {
            throw Problem.invalid(List.of(new Fault(
                    "/questionnaire",
                    "not-found",
                    "There is no questionnaire " + reference.id() + " in this workspace; see /v1/questionnaires.")));
        }
        Integer version = reference.version();
        if (version != null
                && questionnaires.find(workspace, reference.id(), version).isEmpty()) {
            throw Problem.invalid(List.of(new Fault(
                    "/questionnaire/version",
                    "not-found",
                    "Version " + version + " is not published; leave it out to show the latest.")));
        }
    }

    private static PromptRow row(UUID workspace, UUID prompt, LockModeType lock) {
        return PromptRow.<PromptRow>find("workspaceId = ?1 and id = ?2", workspace, prompt)
                .withLock(lock)
                .<PromptRow>firstResultOptional()
                .orElseThrow(() -> Problem.notFound("prompt", prompt));
    }
}
