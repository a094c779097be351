package io.earshot.privacy;

import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What is held about one respondent, for whoever answers to them. */
@Path("/v1/respondents/{respondent}")
@Produces(MediaType.APPLICATION_JSON)
public class Respondents {
    private final Caller caller;
    private final SubjectAccess access;
    private final Erasure erasure;

    Respondents(Caller caller, SubjectAccess access, Erasure erasure) {
        this.caller = caller;
        this.access = access;
        this.erasure = erasure;
    }

    /** @param erased how many rows of each table are gone; all 0 if nothing was held */
    public record Erased(Map<String, Integer> erased) {}

    /** All that is held, as one file. */
    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response held(@PathParam("respondent") String respondent) {
        // Taken now: the file is written when the request's own beans are gone.
        UUID workspace = caller.workspace();
        if (!access.holdsAnything(workspace, respondent)) {
            throw Problem.notFound("respondent", respondent);
        }
        StreamingOutput file = out -> access.write(workspace, respondent, out);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"respondent.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Erases it everywhere; again and again with the same result. */
    @DELETE
    @RolesAllowed(Role.OWNER)
    public Erased erase(@PathParam("respondent") String respondent) {
        return new Erased(erasure.erase(caller.workspace(), respondent, caller.name()));
    }
}
