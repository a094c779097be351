package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import io.earshot.workspace.Role;
import io.earshot.workspace.Sha256;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may this respondent see? The short, personal part of delivery; the questionnaires themselves are public and immutable. */
@Path("/v1/client/evaluations")
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationResource {
    private static final int TTL_SECONDS = 300;

    private final Prompts prompts;
    private final Database database;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    EvaluationResource(Prompts prompts, Database database, Caller caller, ObjectMapper json, Clock clock) {
        this.prompts = prompts;
        this.database = database;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evaluation(
            @Nullable String respondent,
            @Nullable Map<String, Object> traits,
            @Nullable Map<String, Object> context,
            @Nullable Capabilities capabilities) {}

    /**
     * What the caller can draw: what is not known here is no reason to refuse the call.
     *
     * @param questionTypes such as {@code nps}; all if absent
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Capabilities(@Nullable List<String> formats, @Nullable List<String> questionTypes) {
        @Nullable
        List<Format> known() {
            return formats == null
                    ? null
                    : java.util.Arrays.stream(Format.values())
                            .filter(format -> formats.contains(format.word()))
                            .toList();
        }

        boolean canAsk(Questionnaire content) {
            return questionTypes == null
                    || content.questions().stream().map(Element::type).allMatch(questionTypes::contains);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EligiblePrompt(
            UUID id,
            Format format,
            @Nullable JsonNode placement,
            Trigger trigger,
            int delayMs,
            int priority,
            boolean offline,
            Document questionnaire) {}

    /** Where the questionnaire's content is, the same for everybody and for ever. */
    public record Document(UUID id, int version, String href) {}

    public record Answer(List<EligiblePrompt> prompts, int ttlSeconds, Instant serverTime) {}

    @POST
    @RolesAllowed(Role.CLIENT)
    public Response evaluate(@HeaderParam("If-None-Match") @Nullable String seen, Evaluation asked)
            throws JsonProcessingException {
        String respondent = respondent(asked.respondent());
        RespondentKey key = RespondentKey.of(caller.workspace(), respondent);
        Instant now = clock.instant();
        Situation situation = new Situation(
                caller.app(),
                respondent,
                asked.traits() == null ? Map.of() : asked.traits(),
                asked.context() == null ? Map.of() : asked.context(),
                asked.capabilities() == null ? null : asked.capabilities().known(),
                now);
        List<Prompt> running = prompts.running(caller.workspace(), caller.app());
        Map<UUID, History> histories = database.run(connection -> Histories.of(connection, key, running, now));
        List<EligiblePrompt> eligible = running.stream()
                .filter(prompt -> mayClaim(prompt, situation, histories.getOrDefault(prompt.id(), History.NONE)))
                .flatMap(prompt -> prompts.shown(prompt).stream()
                        .filter(version -> asked.capabilities() == null
                                || asked.capabilities().canAsk(version.content()))
                        .map(version -> eligible(prompt, version)))
                .toList();
        String tag = tag(eligible);
        if (tag.equals(seen)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(new Answer(eligible, TTL_SECONDS, now))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** One who is held out is told of the prompt like anybody else: the claim records that it would have been shown. */
    private static boolean mayClaim(Prompt prompt, Situation situation, History history) {
        Reason reason = Eligibility.decide(prompt, situation, history).reason();
        return reason == Reason.GRANTED || reason == Reason.HOLDOUT;
    }

    private static EligiblePrompt eligible(Prompt prompt, PublishedVersion shown) {
        PromptDefinition definition = prompt.definition();
        String href = "/v1/client/questionnaires/" + shown.questionnaire() + "/versions/" + shown.version();
        return new EligiblePrompt(
                prompt.id(),
                definition.format(),
                definition.placement(),
                definition.trigger(),
                definition.effectiveDelayMs(),
                definition.effectivePriority(),
                false,
                new Document(shown.questionnaire(), shown.version(), href));
    }

    static String respondent(@Nullable String given) {
        return Optional.ofNullable(given)
                .filter(respondent -> !respondent.isBlank() && respondent.length() <= 200)
                .orElseThrow(() -> Problem.malformed(
                        "respondent must name who is asked about, with 1 to 200 characters; make up a random id and keep"
                                + " it on the device."));
    }

    private String tag(List<EligiblePrompt> eligible) throws JsonProcessingException {
        return "\"" + HexFormat.of().formatHex(Sha256.of(json.writeValueAsString(eligible)), 0, 12) + "\"";
    }
}
