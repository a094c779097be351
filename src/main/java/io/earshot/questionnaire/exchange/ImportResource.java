package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.questionnaire.check.Finding;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Drafts from files of other tools. */
@Path("/v1/questionnaires/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private static final int MAX_BYTES = 20 << 20;
    private static final int MAX_NAME = 200;

    private final List<Importer> importers;
    private final Questionnaires questionnaires;
    private final Caller caller;

    ImportResource(@All List<Importer> importers, Questionnaires questionnaires, Caller caller) {
        this.importers = importers;
        this.questionnaires = questionnaires;
        this.caller = caller;
    }

    public record ImportedDraft(
            UUID id, String name, List<Finding> findings, List<NotCarried> notCarried, Map<String, Tally> counts) {}

    /** Makes a draft of a file; what it could not carry is listed, and the draft may have errors, which are listed too. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    @Transactional
    public Response importFile(
            @QueryParam("format") @Nullable String format,
            @QueryParam("name") @Nullable String name,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte[] body) {
        Importer importer = importer(format);
        if (body.length == 0) {
            throw Problem.malformed("The body is empty; send the file itself as the body.");
        }
        if (body.length > MAX_BYTES) {
            throw Refused.tooLarge("The file has " + body.length + " bytes; " + MAX_BYTES + " are allowed.");
        }
        Imported imported = importer.read(body);
        String called = name(name, imported.content());
        UUID id = questionnaires.createFrom(caller.workspace(), called, imported.content());
        ImportedDraft draft = new ImportedDraft(
                id, called, questionnaires.check(caller.workspace(), id), imported.notCarried(), imported.counts());
        return Response.created(URI.create("/v1/questionnaires/" + id))
                .entity(draft)
                .build();
    }

    private Importer importer(@Nullable String format) {
        return importers.stream()
                .filter(importer -> importer.format().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(new Fault(
                        "",
                        "unknown-format",
                        "The query parameter format must be one of "
                                + importers.stream()
                                        .map(Importer::format)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ": " + format + "."))));
    }

    /** What was asked for, or else the questionnaire's title in its default language. */
    private static String name(@Nullable String wanted, ObjectNode content) {
        if (wanted != null) {
            String name = wanted.strip();
            if (name.isEmpty() || name.length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
                throw Problem.invalid(List.of(new Fault(
                        "",
                        "not-a-name",
                        "The query parameter name must have 1 to " + MAX_NAME + " printable characters.")));
            }
            return name;
        }
        String language = content.path("defaultLanguage").asText();
        String title = content.path("title").isObject()
                ? content.path("title").path(language).asText("")
                : content.path("title").asText("");
        String oneLine = title.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String name = oneLine.isEmpty() ? content.path("name").asText("import") : oneLine;
        return name.length() <= MAX_NAME ? name : name.substring(0, name.offsetByCodePoints(0, MAX_NAME / 2));
    }
}
