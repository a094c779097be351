package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Takes in responses to one questionnaire from files. */
@Path("/v1/questionnaires/{questionnaire}")
public class QuestionnaireResponses {
    private final Caller caller;
    private final Questionnaires questionnaires;
    private final ResponseImport responseImport;

    QuestionnaireResponses(Caller caller, Questionnaires questionnaires, ResponseImport responseImport) {
        this.caller = caller;
        this.questionnaires = questionnaires;
        this.responseImport = responseImport;
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
}
