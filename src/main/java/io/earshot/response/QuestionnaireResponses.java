package io.earshot.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** All responses to one questionnaire, into and out of files. */
@Path("/v1/questionnaires/{questionnaire}")
public class QuestionnaireResponses {
    private final Caller caller;
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final ResponseImport responseImport;
    private final ObjectMapper json;

    QuestionnaireResponses(
            Caller caller,
            Questionnaires questionnaires,
            Responses responses,
            ResponseImport responseImport,
            ObjectMapper json) {
        this.caller = caller;
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.responseImport = responseImport;
        this.json = json;
    }

    /** Everything, one response to a line in the order of receipt, streamed. */
    @GET
    @Path("responses.ndjson")
    @Produces("application/x-ndjson")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public StreamingOutput ndjson(
            @PathParam("questionnaire") UUID questionnaire,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("status") @Nullable String status) {
        latest(questionnaire);
        ResponseFilter filter = new ResponseFilter(
                caller.workspace(), questionnaire, Parameters.version(version), Parameters.status(status), null, null);
        return out -> write(filter, out);
    }

    /**
     * Takes in answers that were collected elsewhere, from CSV with a header: {@code id}, {@code respondent}, {@code
     * submitted_at}, {@code started_at}, {@code language} if there, attributes by name, then variables holding codes.
     *
     * @param version which published version the codes are of; the latest if absent
     */
    @POST
    @Path("responses/import")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public ImportResult importCsv(
            @PathParam("questionnaire") UUID questionnaire,
            @QueryParam("version") @Nullable Integer version,
            InputStream body)
            throws IOException {
        Integer wanted = Parameters.version(version);
        PublishedVersion asked = wanted == null
                ? latest(questionnaire)
                : questionnaires.version(caller.workspace(), questionnaire, wanted);
        try (Reader csv = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder())) {
            return responseImport.run(caller.workspace(), asked, csv);
        }
    }

    private PublishedVersion latest(UUID questionnaire) {
        return questionnaires
                .latest(caller.workspace(), questionnaire)
                .orElseThrow(() -> Problem.notFound("published questionnaire", questionnaire));
    }

    private void write(ResponseFilter filter, OutputStream out) throws IOException {
        OutputStream lines = new BufferedOutputStream(out, 1 << 16);
        responses.forEach(filter, response -> {
            try {
                lines.write(json.writeValueAsBytes(response));
                lines.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        lines.flush();
    }
}
