package io.earshot.file;

import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What respondents uploaded, for those who read their answers. */
@Path("/v1/files/{id}")
public class FileResource {
    private final Caller caller;
    private final StoredFiles files;

    FileResource(Caller caller, StoredFiles files) {
        this.caller = caller;
        this.files = files;
    }

    /** The bytes, to be saved: a browser neither shows nor runs what a stranger has sent. */
    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(@PathParam("id") UUID id) {
        StoredFile file = files.find(caller.workspace(), id).orElseThrow(() -> Problem.notFound("file", id));
        String extension =
                MediaType.of(file.mediaType()).map(type -> type.extension).orElse("bin");
        StreamingOutput bytes = out -> {
            try (InputStream content = files.open(id)) {
                content.transferTo(out);
            }
        };
        return Response.ok(bytes, file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "." + extension + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
