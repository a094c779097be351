package io.earshot.questionnaire;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.check.VersionDifference;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questionnaires as they were published, and the variables that their data have. */
@Path("/v1/questionnaires/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
    private final Questionnaires questionnaires;
    private final Caller caller;

    VersionResource(Questionnaires questionnaires, Caller caller) {
        this.questionnaires = questionnaires;
        this.caller = caller;
    }

    public record Published(int version) {}

    public record VersionSummary(int version, Instant publishedAt) {}

    /** @param estimatedSeconds how long the version takes to fill in */
    public record Codebook(
            UUID questionnaire, int version, String defaultLanguage, int estimatedSeconds, List<Variable> variables) {}

    /** Carries seconds beside content that must stay as it was published. */
    private static final String ESTIMATED_SECONDS = "Estimated-Seconds";

    private static final String DRAFT = "draft";

    /** Freezes the draft as the next version; 422 with the findings if it has errors. */
    @POST
    @Path("publish")
    @RolesAllowed({Role.OWNER, Role.EDITOR})
    public Response publish(@PathParam("id") UUID id) {
        int version = questionnaires.publish(caller.workspace(), id);
        return Response.created(URI.create("/v1/questionnaires/" + id + "/versions/" + version))
                .entity(new Published(version))
                .build();
    }

    /** All versions on one page, oldest first: there are never many. */
    @GET
    @Path("versions")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Listing<VersionSummary> versions(@PathParam("id") UUID id) {
        QuestionnaireDraft draft =
                QuestionnaireDraft.in(caller.workspace(), id).orElseThrow(() -> Problem.notFound("questionnaire", id));
        return new Listing<>(
                QuestionnaireVersion.of(draft).stream()
                        .map(version -> new VersionSummary(version.version, version.publishedAt))
                        .toList(),
                null);
    }

    /**
     * How two versions differ, and which variables' data can be pooled.
     *
     * @param from the earlier version; the latest one if absent
     * @param to   a later version, or {@code draft}, which stands for it if absent
     */
    @GET
    @Path("difference")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public VersionDifference difference(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        int earlier = from == null
                ? questionnaires
                        .latest(caller.workspace(), id)
                        .orElseThrow(() -> Problem.notFound("published version of questionnaire", id))
                        .version()
                : number(from, "from", "the number of a version");
        Optional<Integer> later = to == null || to.equals(DRAFT)
                ? Optional.empty()
                : Optional.of(number(to, "to", "the number of a version, or draft"));
        return questionnaires.difference(caller.workspace(), id, earlier, later);
    }

    private static int number(String given, String parameter, String expected) {
        if (!given.matches("\\d{1,9}")) {
            throw Problem.invalid(List.of(new Fault(
                    Fault.segment(parameter),
                    "wrong-type",
                    "The parameter " + parameter + " must be " + expected + ".")));
        }
        return Integer.parseInt(given);
    }

    /** The content, exactly as it was published. */
    @GET
    @Path("versions/{version}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Response version(@PathParam("id") UUID id, @PathParam("version") int version) {
        PublishedVersion published = questionnaires.version(caller.workspace(), id, version);
        return Response.ok(published.json())
                .header(ESTIMATED_SECONDS, questionnaires.estimatedSeconds(published))
                .build();
    }

    /** The variables of a version's data. */
    @GET
    @Path("versions/{version}/codebook")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Codebook codebookOfVersion(@PathParam("id") UUID id, @PathParam("version") int version) {
        return codebook(questionnaires.version(caller.workspace(), id, version));
    }

    /** The variables of a version's data; of the latest one unless {@code ?version=} says otherwise. */
    @GET
    @Path("codebook")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    public Codebook codebook(@PathParam("id") UUID id, @QueryParam("version") @Nullable Integer version) {
        if (version != null) {
            return codebook(questionnaires.version(caller.workspace(), id, version));
        }
        return codebook(questionnaires
                .latest(caller.workspace(), id)
                .orElseThrow(() -> Problem.notFound("published version of questionnaire", id)));
    }

    private Codebook codebook(PublishedVersion version) {
        return new Codebook(
                version.questionnaire(),
                version.version(),
                version.content().defaultLanguage(),
                questionnaires.estimatedSeconds(version),
                version.content().variables());
    }
}
