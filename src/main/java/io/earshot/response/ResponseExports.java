package io.earshot.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All responses to one questionnaire as a file, in the order of receipt, as they were when it began. Streamed: nothing is
 * kept of what has been sent, and a reader that goes away ends the query.
 */
@Path("/v1/questionnaires/{questionnaire}")
@RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
public class ResponseExports {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BUFFER = 1 << 16;

    private final Caller caller;
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final ObjectMapper json;
    private final ExportLimits limits;
    private final CurrentVertxRequest request;
    private final Semaphore places;

    ResponseExports(
            Caller caller,
            Questionnaires questionnaires,
            Responses responses,
            ObjectMapper json,
            ExportLimits limits,
            CurrentVertxRequest request) {
        this.caller = caller;
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.json = json;
        this.limits = limits;
        this.request = request;
        this.places = new Semaphore(limits.atOnce());
    }

    /** What writes the file. */
    private interface Writing {
        void to(OutputStream out, ExportReader reader) throws IOException;
    }

    /** One response to a line. */
    @GET
    @Path("responses.ndjson")
    @Produces(NDJSON)
    public Response ndjson(@PathParam("questionnaire") UUID questionnaire, @BeanParam ExportParameters asked) {
        PublishedVersion latest = latest(questionnaire);
        ResponseFilter filter = asked.filter(caller.workspace(), questionnaire);
        Cursor after = asked.after();
        return file(
                latest,
                "ndjson",
                NDJSON,
                (out, reader) -> responses.forEach(filter, after, reader, response -> {
                    try {
                        out.write(json.writeValueAsBytes(response));
                        out.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** One response to a row, under a header of names. */
    @GET
    @Path("responses.csv")
    @Produces("text/csv")
    public Response csv(@PathParam("questionnaire") UUID questionnaire, @BeanParam ExportParameters asked) {
        PublishedVersion latest = latest(questionnaire);
        ResponseFilter filter = asked.filter(caller.workspace(), questionnaire);
        ExportTable table = table(latest, filter, asked);
        Cursor after = asked.after();
        boolean header = asked.header();
        boolean byteOrderMark = asked.byteOrderMark();
        boolean guarded = asked.guarded();
        return file(latest, "csv", CSV, (out, reader) -> {
            CsvCells cells = new CsvCells(out, byteOrderMark, guarded);
            if (header) {
                cells.header(table.header());
            }
            responses.forEach(filter, after, reader, response -> table.write(response, cells));
            cells.finish();
        });
    }

    /** One response to a row; what doesn't fit on a sheet is on the next. */
    @GET
    @Path("responses.xlsx")
    @Produces(XLSX)
    public Response xlsx(@PathParam("questionnaire") UUID questionnaire, @BeanParam ExportParameters asked) {
        PublishedVersion latest = latest(questionnaire);
        ResponseFilter filter = asked.filter(caller.workspace(), questionnaire);
        ExportTable table = table(latest, filter, asked);
        if (table.columns().size() > SheetCells.MOST_COLUMNS) {
            throw Problem.unprocessable(
                    "too-many-columns",
                    "Too many columns for a sheet",
                    List.of(new Fault(
                            "",
                            "too-many-columns",
                            "The table has " + table.columns().size() + " columns and a sheet has room for "
                                    + SheetCells.MOST_COLUMNS + "; take the CSV, or sets=joined.")));
        }
        Cursor after = asked.after();
        return file(latest, "xlsx", XLSX, (out, reader) -> {
            SheetCells cells = new SheetCells(out, table.header(), SheetCells.MOST_ROWS);
            responses.forEach(filter, after, reader, response -> table.write(response, cells));
            cells.finish();
        });
    }

    private ExportTable table(PublishedVersion latest, ResponseFilter filter, ExportParameters asked) {
        List<String> named = asked.attributes();
        return ExportTable.of(
                versions(latest, asked.version()),
                asked.sets(),
                asked.labels(),
                named == null ? responses.attributes(filter) : named);
    }

    private List<PublishedVersion> versions(PublishedVersion latest, @Nullable Integer wanted) {
        UUID workspace = caller.workspace();
        if (wanted != null) {
            return List.of(questionnaires.version(workspace, latest.questionnaire(), wanted));
        }
        return IntStream.range(0, latest.version())
                .mapToObj(back -> questionnaires.version(workspace, latest.questionnaire(), latest.version() - back))
                .toList();
    }

    private PublishedVersion latest(UUID questionnaire) {
        return questionnaires
                .latest(caller.workspace(), questionnaire)
                .orElseThrow(() -> Problem.notFound("published questionnaire", questionnaire));
    }

    private Response file(PublishedVersion of, String extension, String mediaType, Writing writing) {
        // Taken only when the file begins: an answer without a body, as to HEAD, never gets here.
        ExportReader reader = ExportReader.of(request.getCurrent());
        StreamingOutput body = out -> {
            if (!places.tryAcquire()) {
                throw Problem.of(
                                503,
                                "too-many-exports",
                                "Too many exports",
                                limits.atOnce()
                                        + " exports are running on this node, which is all it takes at once; try again"
                                        + " when one has ended.")
                        .retryAfter(limits.retryAfter());
            }
            try {
                OutputStream buffered = new BufferedOutputStream(out, BUFFER);
                reader.serve(() -> {
                    writing.to(buffered, reader);
                    buffered.flush();
                });
            } finally {
                places.release();
            }
        };
        String name = of.name().replaceAll("[^A-Za-z0-9_-]+", "-") + "-responses." + extension;
        return Response.ok(body, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
