package io.earshot.questionnaire.exchange;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.QuestionnaireJson;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questionnaires as files for other tools, and for paper. */
@Path("/v1/questionnaires/{id}")
public class ExportResource {
    private final List<Exporter> exporters;
    private final Questionnaires questionnaires;
    private final Caller caller;

    ExportResource(@All List<Exporter> exporters, Questionnaires questionnaires, Caller caller) {
        this.exporters = exporters;
        this.questionnaires = questionnaires;
        this.caller = caller;
    }

    /** A published version as a file. */
    @GET
    @Path("versions/{version}/export")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Response exportVersion(
            @PathParam("id") UUID id,
            @PathParam("version") int version,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language,
            @QueryParam("paper") @Nullable String paper,
            @QueryParam("codes") boolean codes) {
        return file(
                exporter(format),
                questionnaires.version(caller.workspace(), id, version).json(),
                "-v" + version,
                options(language, paper, codes));
    }

    /** The draft as a file; also one with errors, as far as the format can hold it. */
    @GET
    @Path("draft/export")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Response exportDraft(
            @PathParam("id") UUID id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language,
            @QueryParam("paper") @Nullable String paper,
            @QueryParam("codes") boolean codes) {
        return file(
                exporter(format),
                questionnaires.draftJson(caller.workspace(), id),
                "-draft",
                options(language, paper, codes));
    }

    private static Exporter.Options options(@Nullable String language, @Nullable String paper, boolean codes) {
        if (language != null && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw Problem.invalid(List.of(
                    new Fault("", "not-a-language", "The query parameter language must be one such as en or fr-CA.")));
        }
        if (paper != null && !paper.equals("a4") && !paper.equals("letter")) {
            throw Problem.invalid(List.of(
                    new Fault("", "not-a-paper", "The query parameter paper must be a4 or letter: " + paper + ".")));
        }
        return new Exporter.Options(language, paper == null ? "a4" : paper, codes);
    }

    private static Response file(Exporter exporter, String json, String suffix, Exporter.Options options) {
        // A draft's name may hold anything; a header takes little.
        String name = QuestionnaireJson.tree(json).path("name").asText("").replaceAll("[^A-Za-z0-9_-]", "");
        String file = (name.isEmpty() ? "questionnaire" : name) + suffix + "." + exporter.extension();
        return Response.ok(exporter.write(json, options), exporter.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    private Exporter exporter(@Nullable String format) {
        return exporters.stream()
                .filter(exporter -> exporter.format().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(new Fault(
                        "",
                        "unknown-format",
                        "The query parameter format must be one of "
                                + exporters.stream()
                                        .map(Exporter::format)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ": " + format + "."))));
    }
}
