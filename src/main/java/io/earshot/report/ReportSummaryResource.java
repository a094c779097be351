package io.earshot.report;

import static java.util.Objects.requireNonNullElse;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The page that a report is read on, and the links by which others read it. */
@Path("/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ReportSummaryResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 365;

    private final Reports reports;
    private final Summaries summaries;
    private final ReportLinks links;
    private final Caller caller;

    ReportSummaryResource(Reports reports, Summaries summaries, ReportLinks links, Caller caller) {
        this.reports = reports;
        this.summaries = summaries;
        this.links = links;
        this.caller = caller;
    }

    /** @param days how long the link works, 1 to 365; 30 if absent */
    public record LinkRequest(@Nullable Integer days) {}

    /** A report's links; what their addresses are was told when they were made. */
    public record Links(List<ReportLink> items) {}

    /** The summary as a page of HTML that prints well; 409 as long as the report isn't done. */
    @GET
    @Path("summary")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Response summary(@PathParam("id") UUID id) {
        Report report = reports.done(caller.workspace(), id);
        return SharedReportResource.page(summaries.read(caller.workspace(), report.id()));
    }

    /** Makes a link by which anybody reads the summary. Its address is told now and never again. */
    @POST
    @Path("links")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "201", description = "made")
    public Response share(@PathParam("id") UUID id, @Nullable LinkRequest request) {
        Integer wanted = request == null ? null : request.days();
        int days = requireNonNullElse(wanted, USUAL_DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.invalid(
                    List.of(new Fault("/days", "out-of-range", "days must be from 1 to " + MOST_DAYS + ": " + days)));
        }
        Report report = reports.done(caller.workspace(), id);
        ReportLink link = links.create(caller.workspace(), report.id(), Duration.ofDays(days));
        return Response.status(Response.Status.CREATED).entity(link).build();
    }

    @GET
    @Path("links")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public Links links(@PathParam("id") UUID id) {
        Report report = reports.get(caller.workspace(), id);
        return new Links(links.list(caller.workspace(), report.id()));
    }

    /** Withdraws a link: from now on it opens nothing. */
    @DELETE
    @Path("links/{link}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @APIResponse(responseCode = "204", description = "withdrawn")
    public void withdraw(@PathParam("id") UUID id, @PathParam("link") UUID link) {
        Report report = reports.get(caller.workspace(), id);
        links.withdraw(caller.workspace(), report.id(), link);
    }
}
