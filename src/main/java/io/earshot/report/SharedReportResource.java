package io.earshot.report;

import io.earshot.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Summaries for whoever has a link. Holds counts and no single answer. */
@Path(SharedReportResource.PATH)
@PermitAll
public class SharedReportResource {
    static final String PATH = "/shared/";

    private final ReportLinks links;
    private final Reports reports;
    private final Summaries summaries;

    SharedReportResource(ReportLinks links, Reports reports, Summaries summaries) {
        this.links = links;
        this.reports = reports;
        this.summaries = summaries;
    }

    /**
     * The summary; 404 alike for a link that never was, was withdrawn or has expired, 410 for one that is good but whose
     * report's result is no longer kept.
     */
    @GET
    @Path("{token}")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response read(@PathParam("token") String token) {
        ReportLinks.Opened opened = links.open(token)
                .orElseThrow(
                        () -> Problem.of(
                                404,
                                "no-such-link",
                                "This link does not work",
                                "The link was withdrawn, has expired, or was not copied whole. Ask whoever sent it for another."));
        if (reports.get(opened.workspace(), opened.report()).status() == ReportStatus.EXPIRED) {
            throw Problem.of(
                    410,
                    "report-expired",
                    "The result is no longer kept",
                    "The report that this link opened is no longer kept. Ask whoever sent it to make it again.");
        }
        return page(summaries.read(opened.workspace(), opened.report()));
    }

    /** A page that runs nothing, loads nothing, is framed by nobody, and whose address travels nowhere. */
    static Response page(String html) {
        return Response.ok(html, MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
