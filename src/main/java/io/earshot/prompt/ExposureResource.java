package io.earshot.prompt;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The moment of showing: may I, and what became of it. */
@Path("/v1/client/exposures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExposureResource {
    private final Exposures exposures;
    private final PromptEvents events;
    private final Caller caller;

    ExposureResource(Exposures exposures, PromptEvents events, Caller caller) {
        this.exposures = exposures;
        this.events = events;
        this.caller = caller;
    }

    /** @param recorded how many were new; the others had been told before */
    public record Recorded(int recorded) {}

    @POST
    @RolesAllowed(Role.CLIENT)
    public Response claim(Claim claim) {
        Exposure exposure = exposures.claim(caller.workspace(), caller.app(), claim);
        boolean made = exposure.granted() && !exposure.replayed();
        return Response.status(made ? 201 : 200).entity(exposure).build();
    }

    @POST
    @Path("{id}/events")
    @RolesAllowed(Role.CLIENT)
    public Recorded record(@PathParam("id") UUID id, List<PromptEvent> told) {
        return new Recorded(events.record(caller.workspace(), id, told));
    }
}
