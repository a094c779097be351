package io.earshot.response;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.earshot.problem.Incidents;
import io.earshot.problem.Problem;
import io.earshot.problem.Refusals;
import io.earshot.workspace.KnownApps;
import io.earshot.workspace.KnownApps.KnownApp;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A short way for the one call that comes by the thousand: {@code PUT /v1/client/responses/{id}} by an app that called a
 * moment ago. It is read, checked, handed to {@link GroupCommit} and answered by the thread that its connection belongs to,
 * while {@link ClientResponses} needs two changes of threads and all that a framework does for any call. Whatever is not
 * as usual goes on to there, or to a thread that may wait; what a client sees is the same (docs/decisions/0010).
 */
@Singleton
class DirectIntake {
    private static final String PATH = "/v1/client/responses/";
    /** So much takes no time that another connection of the same thread would notice. */
    private static final int LARGEST_BODY = 64 << 10;
    // After CORS has put its headers, and before anybody asks the framework who is calling.
    private static final int EARLY = Admission.FIRST - 10;

    private final KnownApps apps;
    private final Intake intake;
    private final RequestSignals signals;
    private final IntakeLimits limits;
    private final ObjectWriter receipts;

    DirectIntake(KnownApps apps, Intake intake, RequestSignals signals, IntakeLimits limits, ObjectMapper json) {
        this.apps = apps;
        this.intake = intake;
        this.signals = signals;
        this.limits = limits;
        this.receipts = json.writerFor(Receipt.class);
    }

    void register(@Observes Filters filters) {
        if (limits.direct()) {
            filters.register(this::take, EARLY);
        }
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        UUID id = id(request);
        KnownApp caller = id == null ? null : apps.caller(request).orElse(null);
        if (id == null || caller == null || !isUsual(request)) {
            context.next();
            return;
        }
        request.body().onSuccess(body -> take(context, caller, id, body)).onFailure(context::fail);
        // It was paused until somebody wants it.
        request.resume();
    }

    private static @Nullable UUID id(HttpServerRequest request) {
        String path = request.path();
        boolean matches = path != null
                && request.method() == HttpMethod.PUT
                && path.length() == PATH.length() + Fields.UUID_LENGTH
                && path.startsWith(PATH);
        return matches && path != null
                ? Fields.parsedId(path.substring(PATH.length())).orElse(null)
                : null;
    }

    private static boolean isUsual(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        // Of up to five digits, so that it can be read.
        return length != null
                && length.length() <= 5
                && length.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(length) <= LARGEST_BODY
                && type != null
                && type.startsWith(MediaType.APPLICATION_JSON)
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
    }

    private void take(RoutingContext context, KnownApp caller, UUID id, Buffer body) {
        Context own = requireNonNull(Vertx.currentContext());
        try {
            String text = Parameters.text(body.getBytes());
            Optional<CompletionStage<Written>> written = signals.remembered(context.request())
                    .flatMap(told -> intake.receiveAtOnce(caller.workspace(), caller.app(), id, text, told));
            if (written.isPresent()) {
                answer(context, own, written.get());
            } else {
                own.executeBlocking(
                                () -> intake.receive(
                                        caller.workspace(), caller.app(), id, text, signals.of(context.request())),
                                false)
                        .onSuccess(stored -> answer(context, own, stored))
                        .onFailure(failure -> refuse(context, failure));
            }
        } catch (RuntimeException failure) {
            refuse(context, failure);
        }
    }

    private void answer(RoutingContext context, Context own, CompletionStage<Written> written) {
        // Whoever completes it has others to write: the answer goes out by the connection's own thread.
        written.whenComplete((stored, failure) -> own.runOnContext(now -> {
            if (failure != null) {
                refuse(context, failure);
            } else {
                send(context, stored.isNew() ? 201 : 200, Receipt.of(stored));
            }
        }));
    }

    private void refuse(RoutingContext context, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Problem problem = cause instanceof Problem refusal ? refusal : Incidents.of(cause);
        Refusals.send(context.response(), problem);
    }

    private void send(RoutingContext context, int status, Receipt receipt) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            // Nobody waits for it any more; what was written stands, and the client will ask again.
            return;
        }
        try {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .end(Buffer.buffer(receipts.writeValueAsBytes(receipt)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can't be written as JSON", e);
        }
    }
}
