package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.check.Review;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.RevisionTag;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Questionnaires as they are edited. */
@Path("/v1/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuestionnaireResource {
    private static final int MAX_NAME = 200;

    private final Questionnaires questionnaires;
    private final Caller caller;
    private final Clock clock;

    QuestionnaireResource(Questionnaires questionnaires, Caller caller, Clock clock) {
        this.questionnaires = questionnaires;
        this.caller = caller;
        this.clock = clock;
    }

    public record NewQuestionnaire(String name, JsonNode content) {}

    public record Renaming(@Nullable String name) {}

    public record Summary(
            UUID id, String name, @Nullable Integer latestVersion, Instant createdAt, Instant updatedAt) {}

    public record Whole(
            UUID id,
            String name,
            @Nullable Integer latestVersion,
            Instant createdAt,
            Instant updatedAt,
            @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
                    String content) {}

    /** Makes a draft; it may have errors, which its check lists and its publishing refuses. */
    @POST
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Transactional
    public Response create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewQuestionnaire.class)))
                    byte[] body) {
        QuestionnaireBody.Named wanted = QuestionnaireBody.named(body);
        List<Fault> faults = new ArrayList<>();
        wanted.others()
                .forEach(field -> faults.add(new Fault(
                        Fault.segment(field),
                        "unknown-field",
                        "There is no field '" + field + "' here; send name and content.")));
        String name = name(wanted.name(), faults);
        String content = wanted.content();
        if (content == null) {
            faults.add(new Fault("/content", "missing", "content must be a questionnaire, as a JSON object."));
        }
        if (content == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        UUID id = questionnaires.create(caller.workspace(), name, content);
        return Response.created(URI.create("/v1/questionnaires/" + id))
                .header(HttpHeaders.ETAG, RevisionTag.of(draft(id).revision))
                .entity(whole(draft(id)))
                .build();
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Listing<Summary> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Listing.Window window = Listing.window(limit, cursor);
        List<QuestionnaireDraft> found = QuestionnaireDraft.<QuestionnaireDraft>find(
                        "workspaceId = ?1 and id < ?2 order by id desc", caller.workspace(), window.before())
                .range(0, window.limit())
                .list();
        return Listing.of(found, window, draft -> draft.id, QuestionnaireResource::summary);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        return answer(draft(id));
    }

    /** Renames it in the workspace; content has a name of its own. */
    @PATCH
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Transactional
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, Renaming wanted) {
        List<Fault> faults = new ArrayList<>();
        String name = name(wanted.name(), faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        QuestionnaireDraft draft = locked(id);
        if (ifMatch != null) {
            RevisionTag.require(ifMatch, draft.revision);
        }
        draft.name = name;
        draft.changed(clock.instant());
        return answer(draft);
    }

    /** Deletes what was never published; a published version may have responses that name it. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Transactional
    public Response delete(@PathParam("id") UUID id) {
        QuestionnaireDraft draft = locked(id);
        if (draft.latestVersion > 0) {
            throw Problem.conflict(
                    "published",
                    "The questionnaire has published versions, and responses may name them; stop the prompts that show it"
                            + " instead of deleting it.");
        }
        draft.delete();
        return Response.noContent().build();
    }

    /** The draft's content alone, as it was sent. */
    @GET
    @Path("{id}/draft")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Response content(@PathParam("id") UUID id) {
        QuestionnaireDraft draft = draft(id);
        return Response.ok(draft.content)
                .header(HttpHeaders.ETAG, RevisionTag.of(draft.revision))
                .build();
    }

    /** Replaces the draft's content; the body is the questionnaire itself. */
    @PUT
    @Path("{id}/draft")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Transactional
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = JsonNode.class)))
                    byte[] body) {
        QuestionnaireDraft draft = locked(id);
        RevisionTag.require(ifMatch, draft.revision);
        draft.content = QuestionnaireBody.content(body);
        draft.changed(clock.instant());
        return answer(draft);
    }

    /** Errors and advice about the draft, and how long it takes to fill in. */
    @POST
    @Path("{id}/check")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Review check(@PathParam("id") UUID id) {
        return questionnaires.review(draft(id));
    }

    private QuestionnaireDraft draft(UUID id) {
        return QuestionnaireDraft.in(caller.workspace(), id).orElseThrow(() -> Problem.notFound("questionnaire", id));
    }

    private QuestionnaireDraft locked(UUID id) {
        return QuestionnaireDraft.locked(caller.workspace(), id)
                .orElseThrow(() -> Problem.notFound("questionnaire", id));
    }

    private static String name(@Nullable String given, List<Fault> faults) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty()
                || name.length() > MAX_NAME
                || IllegalCharacter.in(name).isPresent()) {
            faults.add(new Fault(
                    "/name", "missing", "A questionnaire needs a name of 1 to " + MAX_NAME + " printable characters."));
        }
        return name;
    }

    private static Response answer(QuestionnaireDraft draft) {
        return Response.ok(whole(draft))
                .header(HttpHeaders.ETAG, RevisionTag.of(draft.revision))
                .build();
    }

    private static Summary summary(QuestionnaireDraft draft) {
        return new Summary(draft.id, draft.name, latest(draft), draft.createdAt, draft.updatedAt);
    }

    private static Whole whole(QuestionnaireDraft draft) {
        return new Whole(draft.id, draft.name, latest(draft), draft.createdAt, draft.updatedAt, draft.content);
    }

    private static @Nullable Integer latest(QuestionnaireDraft draft) {
        return draft.latestVersion == 0 ? null : draft.latestVersion;
    }
}
