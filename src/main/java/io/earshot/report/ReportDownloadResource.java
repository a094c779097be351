package io.earshot.report;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a finished report gives: the workbook, and the same numbers as JSON. */
@Path("/v1/reports/{id}")
public class ReportDownloadResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reports reports;
    private final WorkbookFiles files;
    private final Caller caller;
    private final CurrentVertxRequest request;

    ReportDownloadResource(Reports reports, WorkbookFiles files, Caller caller, CurrentVertxRequest request) {
        this.reports = reports;
        this.files = files;
        this.caller = caller;
        this.request = request;
    }

    /** The findings as JSON; 409 as long as the report isn't done. */
    @GET
    @Path("results")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Response results(@PathParam("id") UUID id) {
        return Response.ok(reports.results(caller.workspace(), id)).build();
    }

    /** The workbook, whole or a range of its bytes. Holds every answer, so not for viewers; 409 until it is done. */
    @GET
    @Path("workbook")
    @Produces({XLSX, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public Response workbook(
            @PathParam("id") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        UUID workspace = caller.workspace();
        Report report = reports.done(workspace, id);
        long size = Optional.ofNullable(report.workbookBytes()).orElseThrow();
        String tag = "\"" + report.workbookSha256() + "\"";
        if (ifNoneMatch != null && (ifNoneMatch.contains(tag) || ifNoneMatch.equals("*"))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        boolean same = ifRange == null || ifRange.equals(tag);
        Optional<ByteRange> part;
        try {
            part = same ? ByteRange.of(range, size) : Optional.empty();
        } catch (ByteRange.Unsatisfiable e) {
            return unsatisfiable(e, size);
        }
        ByteRange bytes = part.orElse(new ByteRange(0, size - 1));
        Listener listener = Listener.of(request.getCurrent());
        StreamingOutput content = out -> listener.serve(() -> files.copy(workspace, id, bytes, out));
        Response.ResponseBuilder answer = Response.status(part.isPresent() ? 206 : 200)
                .entity(content)
                .type(XLSX)
                .header(HttpHeaders.CONTENT_LENGTH, bytes.length())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(report) + "\"");
        if (part.isPresent()) {
            answer.header("Content-Range", "bytes " + bytes.first() + "-" + bytes.last() + "/" + size);
        }
        return answer.build();
    }

    // Built here, since a refused range must also tell the file's size in a header.
    private static Response unsatisfiable(ByteRange.Unsatisfiable refusal, long size) {
        return Response.status(416)
                .type("application/problem+json")
                .entity(Map.of(
                        "type",
                        "/problems/range-not-satisfiable",
                        "title",
                        "Range not satisfiable",
                        "status",
                        416,
                        "detail",
                        String.valueOf(refusal.getMessage())))
                .header("Content-Range", "bytes */" + size)
                .build();
    }

    private static String fileName(Report report) {
        return report.definition() + "-" + LocalDate.ofInstant(report.createdAt(), ZoneOffset.UTC) + ".xlsx";
    }
}
