package io.earshot.report;

import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The responses behind a finished report, for SPSS, R and whatever reads CSV. They hold every answer, so not for viewers. */
@Path("/v1/reports/{id}")
@RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
public class ReportDataResource {
    private static final String SAV = "application/x-spss-sav";

    private final Reports reports;
    private final ReportData data;
    private final Caller caller;
    private final Clock clock;
    private final CurrentVertxRequest request;

    ReportDataResource(Reports reports, ReportData data, Caller caller, Clock clock, CurrentVertxRequest request) {
        this.reports = reports;
        this.data = data;
        this.caller = caller;
        this.clock = clock;
        this.request = request;
    }

    /** @param codes {@code numbers} (the default): codes that are no numbers become numbers from 1; or {@code texts} */
    @GET
    @Path("data.sav")
    @Produces(SAV)
    public Response sav(@PathParam("id") UUID id, @QueryParam("codes") @Nullable String codes) {
        boolean texts = either("codes", codes, "numbers", "texts");
        return file(id, "data.sav", SAV, (files, title, out) -> files.sav(title, clock.instant(), texts, out));
    }

    /**
     * @param cells    {@code codes} (the default) or {@code labels}
     * @param bom      {@code true} begins with a byte order mark, by which Excel knows UTF-8
     * @param formulas {@code raw} leaves texts alone that a spreadsheet would take for formulas; {@code guarded} by default
     */
    @GET
    @Path("data.csv")
    @Produces("text/csv")
    public Response csv(
            @PathParam("id") UUID id,
            @QueryParam("cells") @Nullable String cells,
            @QueryParam("bom") @Nullable String bom,
            @QueryParam("formulas") @Nullable String formulas) {
        boolean labels = either("cells", cells, "codes", "labels");
        boolean marked = either("bom", bom, "false", "true");
        boolean raw = either("formulas", formulas, "guarded", "raw");
        return file(
                id, "data.csv", "text/csv; charset=utf-8", (files, title, out) -> files.csv(labels, marked, !raw, out));
    }

    /** A codebook of {@code data.csv}, the file of codes: DDI-Codebook 2.5, as archives want it beside the data. */
    @GET
    @Path("data.ddi.xml")
    @Produces("application/xml")
    public Response codebook(@PathParam("id") UUID id) {
        return file(id, "data.ddi.xml", "application/xml; charset=utf-8", (files, title, out) -> files.ddi(title, out));
    }

    /** A script that reads {@code data.csv} into R. */
    @GET
    @Path("data.R")
    @Produces("text/plain")
    public Response script(@PathParam("id") UUID id) {
        return file(
                id,
                "data.R",
                "text/plain; charset=utf-8",
                (files, title, out) -> out.write(files.rScript().getBytes(StandardCharsets.UTF_8)));
    }

    private Response file(UUID id, String name, String type, ReportData.Writing writing) {
        UUID workspace = caller.workspace();
        Report report = reports.done(workspace, id);
        Listener listener = Listener.of(request.getCurrent());
        StreamingOutput content = out -> listener.serve(() -> data.write(workspace, report, writing, out));
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** False for the first word or none, true for the second. */
    private static boolean either(String parameter, @Nullable String given, String usual, String other) {
        if (given == null || given.equals(usual)) {
            return false;
        }
        if (given.equals(other)) {
            return true;
        }
        throw Problem.malformed(parameter + " must be " + usual + " or " + other + ": " + given);
    }
}
