package io.earshot.response;

import io.earshot.device.Signals;
import io.earshot.device.UserAgents;
import io.earshot.problem.Problem;
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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What an app sends while somebody answers. */
@Path("/v1/client/responses")
@Produces(MediaType.APPLICATION_JSON)
public class ClientResponses {
    private static final int LARGEST_BODY = 1 << 20;

    private final Caller caller;
    private final Intake intake;
    private final UserAgents userAgents;

    ClientResponses(Caller caller, Intake intake, UserAgents userAgents) {
        this.caller = caller;
        this.intake = intake;
        this.userAgents = userAgents;
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
        return intake.receive(caller.workspace(), caller.app(), Parameters.id("id", id), text(body), signals(headers))
                .thenApply(written -> Response.status(written.isNew() ? Response.Status.CREATED : Response.Status.OK)
                        .entity(Receipt.of(written))
                        .build());
    }

    private Signals signals(HttpHeaders headers) {
        @Nullable String userAgent = headers.getHeaderString(HttpHeaders.USER_AGENT);
        Map<String, String> derived =
                userAgent == null ? Map.of() : userAgents.parse(userAgent).attributes();
        return new Signals(derived, "1".equals(headers.getHeaderString("Sec-GPC")));
    }

    private static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Problem.of(413, "too-large", "Too large", "A response may have at most " + LARGEST_BODY + " bytes.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The body is not UTF-8.");
        }
    }
}
