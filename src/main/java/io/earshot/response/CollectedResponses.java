package io.earshot.response;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The responses that a workspace has collected. */
@Path("/v1/responses")
@Produces(MediaType.APPLICATION_JSON)
public class CollectedResponses {
    private final Caller caller;
    private final Responses responses;

    CollectedResponses(Caller caller, Responses responses) {
        this.caller = caller;
        this.responses = responses;
    }

    /**
     * A page of them in the order of receipt, which is that of their last change.
     *
     * @param from first time of receipt
     * @param to   the time of receipt before which the list ends
     * @param flagged false leaves out what shows a sign of carelessness, true leaves out the rest
     */
    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public ResponsePage list(
            @QueryParam("questionnaire") @Parameter(required = true) @Schema(format = "uuid") @Nullable
                    String questionnaire,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("test") @Nullable String test,
            @QueryParam("language") @Nullable String language,
            @QueryParam("flagged") @Nullable String flagged,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (questionnaire == null) {
            throw Parameters.refused("questionnaire", null, "is required");
        }
        ResponseFilter filter = new ResponseFilter(
                caller.workspace(),
                Parameters.id("questionnaire", questionnaire),
                Parameters.version(version),
                Parameters.status(status),
                Parameters.time("from", from),
                Parameters.time("to", to),
                Parameters.flag("test", test),
                language,
                Parameters.flag("flagged", flagged));
        return responses.page(filter, Parameters.cursor(cursor), Parameters.limit(limit));
    }
}
