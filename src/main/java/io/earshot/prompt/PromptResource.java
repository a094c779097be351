package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.RevisionTag;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Prompts as a product manager sees them. */
@Path("/v1/prompts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PromptResource {
    private final Prompts prompts;
    private final Explanation explanation;
    private final Caller caller;
    private final ObjectMapper json;

    PromptResource(Prompts prompts, Explanation explanation, Caller caller, ObjectMapper json) {
        this.prompts = prompts;
        this.explanation = explanation;
        this.caller = caller;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PromptAnswer(
            UUID id,
            String status,
            @JsonUnwrapped PromptDefinition definition,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt) {
        static PromptAnswer of(Prompt prompt) {
            return new PromptAnswer(
                    prompt.id(),
                    prompt.status().word(),
                    prompt.definition(),
                    prompt.createdAt(),
                    prompt.startedAt(),
                    prompt.stoppedAt());
        }
    }

    /** Who is asked about; what is absent is taken as empty. */
    public record Respondent(
            @Nullable String respondent, @Nullable Map<String, Object> traits, @Nullable Map<String, Object> context) {}

    /** @param decision GRANTED, or the reason of the first check that failed */
    public record Explained(Reason decision, List<Check> checks) {}

    /** Makes a prompt that nobody sees until it is started. */
    @POST
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    public Response create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PromptDefinition.class)))
                    ObjectNode wanted)
            throws JsonProcessingException {
        Prompt prompt = prompts.create(caller.workspace(), PromptDefinition.read(wanted, json));
        return Response.created(URI.create("/v1/prompts/" + prompt.id()))
                .header(HttpHeaders.ETAG, RevisionTag.of(prompt.revision()))
                .entity(PromptAnswer.of(prompt))
                .build();
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Listing<PromptAnswer> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return prompts.list(caller.workspace(), Listing.window(limit, cursor)).map(PromptAnswer::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Response get(@PathParam("id") UUID id) {
        return answer(prompts.get(caller.workspace(), id));
    }

    /** Replaces the fields that are named; {@code null} takes one away. With {@code If-Match}, only what was seen. */
    @PATCH
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PromptDefinition.class)))
                    ObjectNode changes)
            throws JsonProcessingException {
        return answer(prompts.change(caller.workspace(), id, current -> {
            if (ifMatch != null) {
                RevisionTag.require(ifMatch, current.revision());
            }
            ObjectNode whole = json.valueToTree(current.definition());
            whole.setAll(changes);
            return PromptDefinition.read(whole, json);
        }));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    public void delete(@PathParam("id") UUID id) {
        prompts.delete(caller.workspace(), id);
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Consumes(MediaType.WILDCARD)
    public Response start(@PathParam("id") UUID id) {
        return answer(prompts.start(caller.workspace(), id));
    }

    @POST
    @Path("{id}/stop")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Consumes(MediaType.WILDCARD)
    public Response stop(@PathParam("id") UUID id) {
        return answer(prompts.stop(caller.workspace(), id));
    }

    /** Why a respondent would see it or not: every check, by the very code that decides. */
    @POST
    @Path("{id}/explain")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public Explained explain(@PathParam("id") UUID id, Respondent asked) {
        if (asked.respondent() == null || asked.respondent().isBlank()) {
            throw Problem.malformed("Name the respondent to explain the prompt for: {\"respondent\":\"...\"}.");
        }
        return explanation.of(
                prompts.get(caller.workspace(), id),
                asked.respondent(),
                asked.traits() == null ? Map.of() : asked.traits(),
                asked.context() == null ? Map.of() : asked.context());
    }

    private static Response answer(Prompt prompt) {
        return Response.ok(PromptAnswer.of(prompt))
                .header(HttpHeaders.ETAG, RevisionTag.of(prompt.revision()))
                .build();
    }
}
