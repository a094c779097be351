package io.earshot.webhook;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workspace.Caller;
import io.earshot.workspace.Listing;
import io.earshot.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks of a workspace: who is told of what, and what became of it. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OWNER, Role.EDITOR})
public class WebhookResource {
    private static final Set<String> STATUSES = Set.of("waiting", "delivered", "dead", "gone");

    private final Caller caller;
    private final Webhooks webhooks;
    private final WebhookSources sources;
    private final WebhookSettings settings;

    WebhookResource(Caller caller, Webhooks webhooks, WebhookSources sources, WebhookSettings settings) {
        this.caller = caller;
        this.webhooks = webhooks;
        this.sources = sources;
        this.settings = settings;
    }

    /** What is given to make or change one; absent leaves it as it is. */
    public record Given(@Nullable String url, @Nullable List<String> events, @Nullable Boolean enabled) {}

    /** @param from the earliest that is tried again */
    public record Since(@Nullable String from) {}

    /** @param replayed deliveries that are tried again */
    public record Replayed(int replayed) {}

    /** @param delivery to be found in the log */
    public record Pinged(UUID delivery) {}

    /** All of them. */
    public record AllWebhooks(List<Webhook> items, @Nullable String next) {}

    @GET
    public AllWebhooks list() {
        return new AllWebhooks(webhooks.list(caller.workspace()), null);
    }

    /** Makes one; its secret is in this answer and never again. */
    @POST
    @APIResponse(responseCode = "201", description = "made")
    public Response create(@Nullable Given body) {
        Given given = told(body);
        List<Fault> faults = new ArrayList<>();
        if (given.url() == null) {
            faults.add(new Fault("/url", "missing", "url is required: where deliveries go."));
        }
        if (given.events() == null) {
            faults.add(new Fault("/events", "missing", "events are required: " + sources.types() + "."));
        }
        check(given, faults);
        Webhook made = webhooks.create(
                caller.workspace(), String.valueOf(given.url()), given.events() == null ? List.of() : given.events());
        return Response.created(URI.create("/v1/webhooks/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("{id}")
    public Webhook get(@PathParam("id") UUID id) {
        return webhooks.get(caller.workspace(), id);
    }

    @PATCH
    @Path("{id}")
    public Webhook change(@PathParam("id") UUID id, @Nullable Given body) {
        Given given = told(body);
        Webhook before = webhooks.get(caller.workspace(), id);
        check(given, new ArrayList<>());
        webhooks.update(
                caller.workspace(),
                new Webhook(
                        id,
                        given.url() == null ? before.url() : given.url(),
                        given.events() == null ? before.events() : given.events(),
                        given.enabled() == null ? before.enabled() : given.enabled(),
                        before.createdAt(),
                        null));
        return webhooks.get(caller.workspace(), id);
    }

    /** Deletes it and its log; what is waiting is not delivered. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "deleted")
    public void delete(@PathParam("id") UUID id) {
        webhooks.delete(caller.workspace(), id);
    }

    /** A new secret, which is in this answer and never again; the old one signs as well for 24 hours. */
    @POST
    @Path("{id}/rotate")
    public Webhook rotate(@PathParam("id") UUID id) {
        return webhooks.rotate(caller.workspace(), id);
    }

    /** Sends a delivery of type ping, whatever events it is for. */
    @POST
    @Path("{id}/ping")
    @APIResponse(responseCode = "202", description = "will be delivered")
    public Response ping(@PathParam("id") UUID id) {
        webhooks.get(caller.workspace(), id);
        return Response.accepted(new Pinged(webhooks.ping(caller.workspace(), id)))
                .build();
    }

    /** What was sent, or is waiting to be, the newest first. */
    @GET
    @Path("{id}/deliveries")
    public Listing<Delivery> deliveries(
            @PathParam("id") UUID id,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        webhooks.get(caller.workspace(), id);
        if (status != null && !STATUSES.contains(status)) {
            throw Problem.invalid(List.of(new Fault(
                    "", "invalid-parameter", "The parameter status must be one of " + new TreeSet<>(STATUSES) + ".")));
        }
        Listing.Window window = Listing.window(limit, cursor);
        List<Delivery> found = webhooks.deliveries(caller.workspace(), id, status, window.before(), window.limit() + 1);
        return Listing.of(found, window, Delivery::id, delivery -> delivery);
    }

    /** Delivers one again, from the first attempt on. */
    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    @APIResponse(responseCode = "202", description = "will be delivered again")
    public Response replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
        webhooks.get(caller.workspace(), id);
        webhooks.replay(caller.workspace(), id, delivery);
        return Response.accepted(new Replayed(1)).build();
    }

    /** Delivers again what has died since a time, as after an outage of the receiver. */
    @POST
    @Path("{id}/replay")
    @APIResponse(responseCode = "202", description = "will be delivered again")
    public Response replaySince(@PathParam("id") UUID id, @Nullable Since since) {
        webhooks.get(caller.workspace(), id);
        return Response.accepted(new Replayed(webhooks.replaySince(
                        caller.workspace(), id, time(told(since).from()))))
                .build();
    }

    private void check(Given given, List<Fault> faults) {
        if (given.url() != null) {
            Target.fault(given.url(), settings.privateTargets())
                    .ifPresent(fault -> faults.add(new Fault("/url", "not-a-target", "The url " + fault + ".")));
        }
        if (given.events() != null) {
            if (given.events().isEmpty()) {
                faults.add(
                        new Fault("/events", "missing", "events must name at least one of " + sources.types() + "."));
            }
            for (int i = 0; i < given.events().size(); i++) {
                if (!sources.types().contains(given.events().get(i))) {
                    faults.add(new Fault(
                            "/events/" + i,
                            "not-an-option",
                            "There is no event " + given.events().get(i) + "; there are " + sources.types() + "."));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static <T> T told(@Nullable T body) {
        if (body == null) {
            throw Problem.malformed("The body must be one JSON object.");
        }
        return body;
    }

    private static Instant time(@Nullable String text) {
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeException notATime) {
            throw Problem.invalid(List.of(
                    new Fault("/from", "wrong-type", "from must be a time such as 2026-11-22T09:30:00Z: " + text)));
        }
    }
}
