package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What was refused, why, and another try. */
@Path("/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineItems {
    private final Caller caller;
    private final Quarantine quarantine;
    private final Replay replay;

    QuarantineItems(Caller caller, Quarantine quarantine, Replay replay) {
        this.caller = caller;
        this.quarantine = quarantine;
        this.replay = replay;
    }

    /**
     * In the order of receipt.
     *
     * @param kind {@code response} or {@code import}
     * @param code of one of the faults, such as {@code not-an-option}
     * @param from first time of receipt
     * @param to   the time of receipt before which it ends
     */
    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public QuarantineItem.Page list(
            @QueryParam("questionnaire") @Schema(format = "uuid") @Nullable String questionnaire,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("code") @Nullable String code,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Quarantine.Filter filter = new Quarantine.Filter(
                questionnaire == null ? null : Parameters.id("questionnaire", questionnaire),
                kind == null ? null : kind(kind),
                code,
                Parameters.time("from", from),
                Parameters.time("to", to));
        return quarantine.page(caller.workspace(), filter, Parameters.cursor(cursor), Parameters.limit(limit));
    }

    private static Quarantined.Kind kind(String word) {
        return Arrays.stream(Quarantined.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Parameters.refused("kind", word, "must be response or import"));
    }

    /** Gives up what was refused: it is deleted and can't be replayed. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    public void discard(@PathParam("id") UUID id) {
        if (!quarantine.release(caller.workspace(), id)) {
            throw Problem.notFound("quarantined item", id);
        }
    }

    /**
     * Takes it in as if it had just come, and releases it from quarantine. What is refused again stays as it was.
     *
     * @param corrected the whole body as it should have been, in the form in which it was kept; the kept one if absent
     */
    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public StoredResponse again(@PathParam("id") UUID id, @Nullable String corrected) {
        String body = corrected == null || corrected.isBlank() ? null : corrected;
        return replay.again(caller.workspace(), id, body);
    }
}
