package io.earshot.response;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What an app sends while somebody answers. Most calls never come here: {@link DirectIntake} has answered them by then. */
@Path("/v1/client/responses")
@Produces(MediaType.APPLICATION_JSON)
public class ClientResponses {
    private static final int LARGEST_BODY = 1 << 20;

    private final Caller caller;
    private final Intake intake;
    private final RequestSignals signals;

    ClientResponses(Caller caller, Intake intake, RequestSignals signals) {
        this.caller = caller;
        this.intake = intake;
        this.signals = signals;
    }

    /**
     * Stores a response, any number of times while it is answered. The body states all of it as it is at that sequence. A
     * lower or equal sequence changes nothing, nor does anything once it is complete.
     */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLIENT)
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "422", description = "Refused with a pointer for each fault, and kept in quarantine")
    @Blocking
    public CompletionStage<Response> put(
            @PathParam("id") @Schema(format = "uuid") String id, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        return intake.receive(
                        caller.workspace(),
                        caller.app(),
                        Parameters.id("id", id),
                        Parameters.text(body, LARGEST_BODY),
                        signals.of(headers))
                .thenApply(written -> Response.status(written.isNew() ? Response.Status.CREATED : Response.Status.OK)
                        .entity(Receipt.of(written))
                        .build());
    }
}
