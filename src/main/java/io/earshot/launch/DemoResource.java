package io.earshot.launch;

import io.earshot.problem.Problem;
import io.earshot.report.FinishedWorkbooks;
import io.earshot.report.Report;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** What the demo's pages ask for, open to anybody: the data are public, and without the demo there is nothing here. */
@Path("/demo")
@PermitAll
public class DemoResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Demo demo;
    private final FinishedWorkbooks workbooks;

    DemoResource(Demo demo, FinishedWorkbooks workbooks) {
        this.demo = demo;
        this.workbooks = workbooks;
    }

    /** @param workbook whether the report is finished */
    public record DemoConfig(String key, boolean workbook) {}

    @GET
    @Path("config.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response config() {
        Demo.Shown shown = shown();
        boolean finished = workbooks
                .newest(shown.app().workspace(), shown.personality())
                .map(report -> report.workbookBytes() != null)
                .orElse(false);
        return Response.ok(new DemoConfig(shown.app().publishableKey(), finished))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("personality.xlsx")
    @Produces({XLSX, MediaType.APPLICATION_JSON})
    public Response workbook() {
        Demo.Shown shown = shown();
        Report report = workbooks
                .newest(shown.app().workspace(), shown.personality())
                .filter(newest -> newest.workbookBytes() != null)
                .orElseThrow(() -> Problem.of(
                        503,
                        "report-on-its-way",
                        "Being made",
                        "The demo's report is being made; it takes some seconds. Try again."));
        StreamingOutput content = out -> workbooks.copy(shown.app().workspace(), report, out);
        return Response.ok(content, XLSX)
                .header("Content-Disposition", "attachment; filename=\"personality.xlsx\"")
                .header("Content-Length", report.workbookBytes())
                .build();
    }

    private Demo.Shown shown() {
        return demo.shown()
                .orElseThrow(() -> Problem.of(
                        404,
                        "no-demo",
                        "The demo is not running",
                        "Earshot was started without its demo; start it with the word demo to have one."));
    }
}
