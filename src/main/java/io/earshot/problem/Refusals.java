package io.earshot.problem;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;

/** Answers with a problem where no framework does: in a filter that comes before it, or on a way past it. */
public final class Refusals {
    private Refusals() {}

    /** @return done when the answer has been sent; nothing is sent if the client has gone */
    public static Future<Void> send(HttpServerResponse response, Problem problem) {
        if (response.closed()) {
            return Future.succeededFuture();
        }
        problem.retryAfterSeconds().ifPresent(wait -> response.putHeader("Retry-After", Long.toString(wait)));
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.encodeToBuffer(problem.body()));
    }
}
