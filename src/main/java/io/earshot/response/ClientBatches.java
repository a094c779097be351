package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.device.Signals;
import io.earshot.problem.Fault;
import io.earshot.problem.Incidents;
import io.earshot.problem.Problem;
import io.earshot.prompt.Claim;
import io.earshot.prompt.Exposure;
import io.earshot.prompt.Exposures;
import io.earshot.prompt.PromptEvent;
import io.earshot.prompt.PromptEvents;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What a device collected while it was offline, in one call. */
@Path("/v1/client/batches")
@Produces(MediaType.APPLICATION_JSON)
public class ClientBatches {
    private static final int LARGEST_BODY = 10 << 20;
    private static final int MOST_ITEMS = 1000;

    private final Caller caller;
    private final Intake intake;
    private final Exposures exposures;
    private final PromptEvents events;
    private final RequestSignals signals;
    private final ObjectMapper json;

    ClientBatches(
            Caller caller,
            Intake intake,
            Exposures exposures,
            PromptEvents events,
            RequestSignals signals,
            ObjectMapper json) {
        this.caller = caller;
        this.intake = intake;
        this.exposures = exposures;
        this.events = events;
        this.signals = signals;
        this.json = json;
    }

    /** One result for each item, in their order. */
    public record Results(List<Result> results) {}

    /**
     * What became of an item.
     *
     * @param id      the item's; absent if it has none
     * @param status  as if it had been sent alone
     * @param body    what the call alone would have answered
     * @param problem likewise, if it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(@Nullable String id, int status, @Nullable Object body, @Nullable ProblemBody problem) {}

    /** A refusal inside an answer that is none. */
    public record ProblemBody(
            String type, String title, String detail, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {
        static ProblemBody of(Problem problem) {
            return new ProblemBody("/problems/" + problem.slug(), problem.title(), problem.detail(), problem.errors());
        }
    }

    /**
     * Takes exposures, events and responses in their order, each as if it had been sent alone: a bad one spoils none of the
     * others. Sent again, everything is answered as the first time and nothing is stored twice.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CLIENT)
    @Blocking
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public CompletionStage<Results> take(InputStream body, @Context HttpHeaders headers) throws IOException {
        ObjectNode batch = ResponseJson.object(Parameters.text(body, LARGEST_BODY));
        if (!(batch.get("items") instanceof ArrayNode items)) {
            throw Problem.invalid(
                    List.of(new Fault("/items", "missing", "A batch needs items, an array of 1 or more.")));
        }
        if (items.size() > MOST_ITEMS) {
            throw Problem.invalid(List.of(new Fault(
                    "/items",
                    "too-many",
                    "A batch may hold " + MOST_ITEMS + " items, not " + items.size() + "; send the rest in another.")));
        }
        Signals told = signals.of(headers);
        List<CompletableFuture<Result>> results = new ArrayList<>();
        for (JsonNode item : items) {
            results.add(take(item, batch.get("sentAt"), told));
        }
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(all -> new Results(
                        results.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Result> take(JsonNode item, @Nullable JsonNode sentAt, Signals told) {
        String id = item.path("id").textValue();
        try {
            if (!(item instanceof ObjectNode object)) {
                throw Problem.malformed("An item must be an object with a kind.");
            }
            ObjectNode own = object.deepCopy();
            if (sentAt != null && !own.has("sentAt")) {
                own.set("sentAt", sentAt);
            }
            String kind = own.path("kind").asText("");
            return switch (kind) {
                case "response" ->
                    response(id, own, told)
                            .handle((result, failure) -> failure == null ? result : refused(id, failure));
                case "exposure" -> CompletableFuture.completedFuture(exposure(id, own));
                case "event" -> CompletableFuture.completedFuture(event(id, own));
                default ->
                    throw Problem.invalid(List.of(new Fault(
                            "/kind",
                            "not-an-option",
                            "kind must be exposure, event or response, not '" + kind + "'.")));
            };
        } catch (RuntimeException | JsonProcessingException failure) {
            return CompletableFuture.completedFuture(refused(id, failure));
        }
    }

    private CompletableFuture<Result> response(@Nullable String id, ObjectNode item, Signals told) {
        UUID response = Parameters.id("id", id == null ? "" : id);
        item.remove(List.of("kind", "id"));
        return intake.receive(caller.workspace(), caller.app(), response, item.toString(), told)
                .<Result>thenApply(written -> new Result(id, written.isNew() ? 201 : 200, Receipt.of(written), null))
                .toCompletableFuture();
    }

    private Result exposure(@Nullable String id, ObjectNode item) throws JsonProcessingException {
        Exposure exposure = exposures.claim(caller.workspace(), caller.app(), json.treeToValue(item, Claim.class));
        return new Result(id, exposure.granted() && !exposure.replayed() ? 201 : 200, exposure, null);
    }

    private Result event(@Nullable String id, ObjectNode item) throws JsonProcessingException {
        UUID exposure = Parameters.id("exposure", item.path("exposure").asText(""));
        int recorded = events.record(caller.workspace(), exposure, List.of(json.treeToValue(item, PromptEvent.class)));
        return new Result(id, recorded == 1 ? 201 : 200, null, null);
    }

    private static Result refused(@Nullable String id, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Problem problem) {
            return new Result(id, problem.status(), null, ProblemBody.of(problem));
        }
        if (cause instanceof MismatchedInputException mismatch) {
            Problem problem =
                    Problem.malformed("The item is not what its kind needs: " + mismatch.getOriginalMessage());
            return new Result(id, problem.status(), null, ProblemBody.of(problem));
        }
        return new Result(id, 500, null, ProblemBody.of(Incidents.of(cause)));
    }
}
