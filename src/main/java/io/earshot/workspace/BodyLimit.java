package io.earshot.workspace;

import io.earshot.problem.Problem;
import io.earshot.problem.Refusals;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How large a body may be: 10 MiB, since most are read into memory, and 20 MiB for uploads and for another tool's questionnaire, which may
 * hold pictures. An import of answers is read as a stream, so only the limit of the whole server ({@code quarkus.http.limits.max-body-size}) holds for it.
 */
@ApplicationScoped
class BodyLimit {
    static final long BYTES = 10L << 20;
    static final long FILE_BYTES = 20L << 20;
    private static final String FILE = "/v1/questionnaires/import";
    private static final String UPLOAD = "/v1/client/files";
    private static final String STREAMED = "/responses/import";
    // After Quarkus has put the server's own limit in the same place, and before anybody reads.
    private static final int AFTER_QUARKUS = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::limit, AFTER_QUARKUS);
    }

    private static void limit(RoutingContext context) {
        if (context.normalizedPath().endsWith(STREAMED)) {
            context.next();
            return;
        }
        long limit = context.normalizedPath().equals(FILE)
                        || context.normalizedPath().equals(UPLOAD)
                ? FILE_BYTES
                : BYTES;
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > limit) {
            refuse(context, Long.parseLong(length), limit);
            return;
        }
        // Of a body that comes in chunks nobody knows the length; whoever reads it stops here.
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        context.next();
    }

    private static void refuse(RoutingContext context, long length, long limit) {
        // The rest of the body is on its way still and nobody will read it.
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        Refusals.send(
                        context.response(),
                        Problem.of(
                                413,
                                "too-large",
                                "The body is too large",
                                "The body has " + length + " bytes, and this call takes " + limit
                                        + ". Send less at once; answers collected elsewhere go to .../responses/import."))
                .onComplete(sent -> context.request().connection().close());
    }
}
