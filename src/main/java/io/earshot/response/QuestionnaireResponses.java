package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Takes in responses to one questionnaire from files. */
@Path("/v1/questionnaires/{questionnaire}")
public class QuestionnaireResponses {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final Pattern ASYNC = Pattern.compile("(?i)(^|[,;\\s])respond-async([,;\\s]|$)");

    private final Caller caller;
    private final Questionnaires questionnaires;
    private final ResponseImport responseImport;
    private final ImportJobs jobs;

    QuestionnaireResponses(
            Caller caller, Questionnaires questionnaires, ResponseImport responseImport, ImportJobs jobs) {
        this.caller = caller;
        this.questionnaires = questionnaires;
        this.responseImport = responseImport;
        this.jobs = jobs;
    }

    /**
     * Takes in answers that were collected elsewhere, from CSV with a header ({@code id}, {@code respondent}, {@code
     * submitted_at}, {@code started_at}, {@code language} if there, attributes by name, then variables holding codes) or from
     * NDJSON as an export has it.
     *
     * @param version which published version the codes are of; the latest if absent
     * @param prefer  {@code respond-async} to be answered 202 with the address of a job as soon as the file has arrived
     */
    @POST
    @Path("responses/import")
    @Consumes({CSV, NDJSON})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "what became of the rows",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(
            responseCode = "202",
            description = "goes on by itself",
            content = @Content(schema = @Schema(implementation = ImportJob.class)))
    public Response importFile(
            @PathParam("questionnaire") UUID questionnaire,
            @QueryParam("version") @Nullable Integer version,
            @HeaderParam("Prefer") @Nullable String prefer,
            @HeaderParam("Content-Type") MediaType type,
            InputStream body)
            throws IOException {
        UUID workspace = caller.workspace();
        Integer wanted = Parameters.version(version);
        PublishedVersion asked =
                wanted == null ? latest(questionnaire) : questionnaires.version(workspace, questionnaire, wanted);
        ResponseImport.Kind kind =
                type.getSubtype().equals("csv") ? ResponseImport.Kind.CSV : ResponseImport.Kind.NDJSON;
        if (prefer != null && ASYNC.matcher(prefer).find()) {
            UUID job = jobs.add(workspace, asked, kind, body);
            return Response.accepted(jobs.get(workspace, job))
                    .header("Location", "/v1/imports/" + job)
                    .header("Preference-Applied", "respond-async")
                    .build();
        }
        try (Reader file = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder())) {
            return Response.ok(responseImport.run(workspace, asked, kind, file)).build();
        }
    }

    private PublishedVersion latest(UUID questionnaire) {
        return questionnaires
                .latest(caller.workspace(), questionnaire)
                .orElseThrow(() -> Problem.notFound("published questionnaire", questionnaire));
    }
}
