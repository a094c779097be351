package io.earshot.response;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Imports of answers that go on by themselves. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
public class ImportJobResource {
    private final Caller caller;
    private final ImportJobs jobs;

    ImportJobResource(Caller caller, ImportJobs jobs) {
        this.caller = caller;
        this.jobs = jobs;
    }

    @GET
    public Listing<ImportJob> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Listing.Window window = Listing.window(limit, cursor);
        List<ImportJob> found = jobs.list(caller.workspace(), window.before(), window.limit() + 1);
        return Listing.of(found, window, ImportJob::id, job -> job);
    }

    @GET
    @Path("{id}")
    public ImportJob get(@PathParam("id") UUID id) {
        return jobs.get(caller.workspace(), id);
    }

    /** Cancels one that is waiting or running, of which nothing is stored then; forgets one that is over. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "cancelled or forgotten")
    public void end(@PathParam("id") UUID id) {
        jobs.end(caller.workspace(), id);
    }
}
