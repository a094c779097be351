package io.earshot.response;

import io.earshot.workspace.Caller;
import io.earshot.workspace.Role;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has changed among a workspace's responses, for programs that keep a copy. */
@Path("/v1/responses/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeFeed {
    private static final int LONGEST_WAIT = 60;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final String NOW = "now";

    private final Caller caller;
    private final Changes changes;

    ChangeFeed(Caller caller, Changes changes) {
        this.caller = caller;
        this.changes = changes;
    }

    /**
     * A page of changes, the oldest first.
     *
     * @param after the {@code next} of the page before; absent for all that there is, {@code now} for nothing of it
     * @param wait  seconds to wait for a change if there is none, up to 60
     */
    @GET
    @NonBlocking
    @RolesAllowed({Role.OWNER, Role.EDITOR, Role.ANALYST})
    public Uni<Change.Page> changes(
            @QueryParam("after") @Nullable String after,
            @QueryParam("questionnaire") @Nullable String questionnaire,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("wait") @Nullable Integer wait) {
        UUID workspace = caller.workspace();
        UUID only = questionnaire == null ? null : Parameters.id("questionnaire", questionnaire);
        int most = Parameters.limit(limit);
        if (wait != null && (wait < 0 || wait > LONGEST_WAIT)) {
            throw Parameters.refused("wait", wait, "must be from 0 to " + LONGEST_WAIT + " seconds");
        }
        long until =
                System.nanoTime() + Duration.ofSeconds(wait == null ? 0 : wait).toNanos();
        if (NOW.equals(after)) {
            return worker(changes::now).chain(start -> look(workspace, only, start, most, until));
        }
        ChangeCursor start = after == null || after.isEmpty() ? ChangeCursor.START : ChangeCursor.of(after);
        return look(workspace, only, start, most, until);
    }

    // Nobody's thread waits: a timer wakes, looks and sleeps again. Polled, not notified: the writer may be on another
    // node.
    private Uni<Change.Page> look(
            UUID workspace, @Nullable UUID questionnaire, ChangeCursor after, int limit, long until) {
        return worker(() -> changes.page(workspace, questionnaire, after, limit))
                .chain(page -> {
                    if (!page.items().isEmpty() || System.nanoTime() - until >= 0) {
                        return Uni.createFrom().item(page);
                    }
                    return Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(LOOK_EVERY)
                            .chain(() -> look(workspace, questionnaire, ChangeCursor.of(page.next()), limit, until));
                });
    }

    private static <T> Uni<T> worker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
