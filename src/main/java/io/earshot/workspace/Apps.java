package io.earshot.workspace;

import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications of a workspace, each with its publishable keys. */
@Path("/v1/apps")
@Produces(MediaType.APPLICATION_JSON)
public class Apps {
    private final Caller caller;
    private final Clock clock;

    Apps(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    public record NewApp(@Nullable String name, @Nullable List<String> allowedOrigins) {}

    public record AppAnswer(
            UUID id, String name, List<String> allowedOrigins, List<String> publishableKeys, Instant createdAt) {}

    /** A workspace has a handful of apps, so the list is one page. */
    @GET
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public Listing<AppAnswer> list() {
        return new Listing<>(
                App.<App>list("workspaceId = ?1 order by createdAt, id", caller.workspace()).stream()
                        .map(Apps::answer)
                        .toList(),
                null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST, Role.VIEWER})
    @Transactional
    public AppAnswer get(@PathParam("id") UUID id) {
        return App.<App>find("workspaceId = ?1 and id = ?2", caller.workspace(), id)
                .<App>firstResultOptional()
                .map(Apps::answer)
                .orElseThrow(() -> Problem.notFound("app", id));
    }

    /** Makes an app with a publishable key of its own. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OWNER)
    @Transactional
    public Response create(NewApp wanted) {
        List<Fault> faults = new ArrayList<>();
        String name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > 200) {
            faults.add(new Fault("/name", "missing", "An app needs a name of 1 to 200 characters."));
        }
        List<String> origins = wanted.allowedOrigins() == null ? List.of() : wanted.allowedOrigins();
        for (int i = 0; i < origins.size(); i++) {
            if (!origins.get(i).matches("https?://[^/\\s]+")) {
                faults.add(new Fault(
                        "/allowedOrigins/" + i,
                        "not-an-origin",
                        "'" + origins.get(i) + "' is no origin; write it as https://host or https://host:port."));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Instant now = clock.instant();
        App app = new App(UuidCreator.getTimeOrderedEpoch(), caller.workspace(), name, origins, now);
        app.persist();
        Token.publishable(
                        UuidCreator.getTimeOrderedEpoch(), caller.workspace(), app.id, TokenDigest.newToken("pk_"), now)
                .persistAndFlush();
        return Response.created(URI.create("/v1/apps/" + app.id))
                .entity(answer(app))
                .build();
    }

    private static AppAnswer answer(App app) {
        List<String> keys =
                Token.<Token>list("workspaceId = ?1 and appId = ?2 order by createdAt", app.workspaceId, app.id)
                        .stream()
                        .map(token -> String.valueOf(token.publishable))
                        .toList();
        return new AppAnswer(app.id, app.name, app.allowedOrigins, keys, app.createdAt);
    }
}
