package io.earshot.questionnaire;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What an app shows: published content, which caches may keep for ever, and nothing about anybody. */
@Path("/v1/client/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class ClientQuestionnaireResource {
    private final Questionnaires questionnaires;
    private final Caller caller;

    ClientQuestionnaireResource(Questionnaires questionnaires, Caller caller) {
        this.questionnaires = questionnaires;
        this.caller = caller;
    }

    @GET
    @Path("{id}/versions/{version}")
    @RolesAllowed(Role.CLIENT)
    public Response version(@PathParam("id") UUID id, @PathParam("version") int version) {
        return Response.ok(
                        questionnaires.version(caller.workspace(), id, version).json())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
