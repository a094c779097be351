package io.earshot.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Reports that are made again and again. */
@Path("/v1/report-schedules")
@Produces(MediaType.APPLICATION_JSON)
public class ReportScheduleResource {
    private final ReportSchedules schedules;
    private final ReportRequests requests;
    private final Caller caller;
    private final Clock clock;

    ReportScheduleResource(ReportSchedules schedules, ReportRequests requests, Caller caller, Clock clock) {
        this.schedules = schedules;
        this.requests = requests;
        this.caller = caller;
        this.clock = clock;
    }

    /** Makes a schedule; what it asks for must be possible now. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "201", description = "made")
    public Response create(@Nullable ScheduleRequest request) {
        ReportSchedule schedule = told(request).create(UuidCreator.getTimeOrderedEpoch(), clock.instant());
        requests.check(caller.workspace(), schedule.request());
        schedules.create(caller.workspace(), schedule);
        return Response.created(URI.create("/v1/report-schedules/" + schedule.id()))
                .entity(schedule)
                .build();
    }

    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Listing<ReportSchedule> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return schedules.list(caller.workspace(), Listing.window(limit, cursor));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public ReportSchedule get(@PathParam("id") UUID id) {
        return schedules.get(caller.workspace(), id);
    }

    /** Changes what is given; {@code {"paused": true}} pauses it. What a pause leaves out is not made up for. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public ReportSchedule change(@PathParam("id") UUID id, @Nullable ScheduleRequest request) {
        ScheduleRequest given = told(request);
        ReportSchedule changed = given.change(schedules.get(caller.workspace(), id), clock.instant());
        requests.check(caller.workspace(), changed.request());
        schedules.update(caller.workspace(), changed);
        return changed;
    }

    /** Deletes it; its reports stay. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "204", description = "deleted")
    public void delete(@PathParam("id") UUID id) {
        schedules.delete(caller.workspace(), id);
    }

    /** What became of the times at which it was due, the last first. */
    @GET
    @Path("{id}/runs")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Listing<ScheduleRun> runs(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        schedules.get(caller.workspace(), id);
        return schedules.runs(caller.workspace(), id, Listing.window(limit, cursor));
    }

    private static ScheduleRequest told(@Nullable ScheduleRequest request) {
        if (request == null) {
            throw Problem.malformed(
                    "The request needs a body: {\"name\": ..., \"questionnaire\": ..., \"report\": ..., \"cron\": ...}.");
        }
        return request;
    }
}
