package io.earshot.file;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What a respondent uploads while answering; the answer then names its id. */
@Path("/v1/client/files")
@Produces(jakarta.ws.rs.core.MediaType.APPLICATION_JSON)
public class ClientFiles {
    private static final int LONGEST_NAME = 200;

    private final Caller caller;
    private final StoredFiles files;

    ClientFiles(Caller caller, StoredFiles files) {
        this.caller = caller;
        this.files = files;
    }

    /**
     * Takes one file, whose bytes are the body: a picture, a film, a PDF or plain text, told by its bytes.
     *
     * @param exposure the display that it is uploaded in, if there is one
     * @param response the response that will name it, if that has an id already
     * @param question the name of the question
     */
    @POST
    @Consumes(jakarta.ws.rs.core.MediaType.WILDCARD)
    @RolesAllowed(Role.CLIENT)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StoredFile.class)))
    public Response take(
            @QueryParam("exposure") @Nullable String exposure,
            @QueryParam("response") @Nullable String response,
            @QueryParam("question") @Nullable String question,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            InputStream body)
            throws IOException {
        if (question != null && question.length() > LONGEST_NAME) {
            throw refused("question", "may have at most " + LONGEST_NAME + " characters");
        }
        StoredFiles.Origin origin = new StoredFiles.Origin(
                caller.workspace(), caller.app(), id("exposure", exposure), id("response", response), question);
        StoredFile kept = files.keep(origin, type, body);
        return Response.status(Response.Status.CREATED).entity(kept).build();
    }

    private static @Nullable UUID id(String name, @Nullable String value) {
        try {
            return value == null || value.isEmpty() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            throw refused(name, "must be a UUID: " + value);
        }
    }

    private static Problem refused(String name, String rule) {
        return Problem.invalid(List.of(new Fault("", "invalid-parameter", "The parameter " + name + " " + rule)));
    }
}
