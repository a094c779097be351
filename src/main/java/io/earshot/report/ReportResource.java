package io.earshot.report;

import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.Role;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Reports: asked for, followed, cancelled. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final ReportRequests requests;
    private final Reports reports;
    private final Caller caller;

    ReportResource(ReportRequests requests, Reports reports, Caller caller) {
        this.requests = requests;
        this.reports = reports;
        this.caller = caller;
    }

    /**
     * Queues a report; where it stands is told at the answer's Location. If the same was made before and no response has
     * changed since, the answer is that report, with {@code reused} true; {@code fresh} true in the request makes it again.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "202", description = "queued, or done before")
    @APIResponse(responseCode = "429", description = "the workspace has as many reports waiting as it may")
    public Response request(@Nullable ReportRequest request) {
        if (request == null) {
            throw Problem.malformed("The request needs a body: {\"questionnaire\": ..., \"report\": ...}.");
        }
        ReportRequests.Answer answer = requests.add(caller.workspace(), request);
        Report report = reports.get(caller.workspace(), answer.report());
        return Response.accepted(answer.reused() ? report.answeringAgain() : report)
                .location(URI.create("/v1/reports/" + report.id()))
                .build();
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Listing<Report> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return reports.list(caller.workspace(), Listing.window(limit, cursor));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Report get(@PathParam("id") UUID id) {
        return reports.get(caller.workspace(), id);
    }

    /** Where the report stands, each time that it moves, until it is over. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Multi<Report> events(@PathParam("id") UUID id) {
        UUID workspace = caller.workspace();
        Report now = reports.get(workspace, id);
        if (now.status().isFinal()) {
            return Multi.createFrom().item(now);
        }
        // Polled, not notified: a run may be on another node, and may end without a word.
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> reports.find(workspace, id))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(LOOK_EVERY)
                .whilst(found -> found.map(report -> !report.status().isFinal()).orElse(false))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .skip()
                .repetitions();
    }

    /** Cancels a report that is waiting or running; deletes one that is over, with its workbook. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "204", description = "cancelled or deleted")
    public void end(@PathParam("id") UUID id) {
        reports.end(caller.workspace(), id);
    }
}
