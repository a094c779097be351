package io.earshot.response;

import io.earshot.problem.Refusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets no more client calls in than can be worked on: beyond it a call is told to come again at once, before its body is
 * read, so that a crowd costs neither memory nor the time of those that are in.
 */
@ApplicationScoped
class Admission {
    private static final String CLIENTS = "/v1/client/";
    /** Before anything costs time; filters of higher numbers come earlier. */
    static final int FIRST = 260;

    private final IntakeLimits limits;
    private final AtomicInteger inside = new AtomicInteger();

    Admission(IntakeLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext context) {
        if (!context.normalizedPath().startsWith(CLIENTS)) {
            context.next();
            return;
        }
        if (inside.incrementAndGet() > limits.inside()) {
            inside.decrementAndGet();
            refuse(context);
            return;
        }
        context.addEndHandler(ended -> inside.decrementAndGet());
        context.next();
    }

    private void refuse(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        Refusals.send(context.response(), Overload.crowded(limits.retryAfter()));
    }
}
