package io.earshot.response;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    /** In the order of receipt. */
    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public QuarantineItem.Page list(
            @QueryParam("questionnaire") @Schema(format = "uuid") @Nullable String questionnaire,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID only = questionnaire == null ? null : Parameters.id("questionnaire", questionnaire);
        return quarantine.page(caller.workspace(), only, Parameters.cursor(cursor), Parameters.limit(limit));
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
