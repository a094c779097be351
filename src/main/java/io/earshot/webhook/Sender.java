package io.earshot.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt at a delivery. Connects to the address that was judged and to no other, follows no redirect, reads no
 * body, and waits no longer than the settings say.
 */
@Singleton
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private final HttpClient http;
    private final WebhookSettings settings;
    private final Clock clock;

    Sender(Vertx vertx, WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        // No connection is kept: the next attempt may have to go to another address.
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(WebhookDelivery.AT_ONCE)
                .setConnectTimeout(timeout)
                .setMaxRedirects(0)
                .setDecompressionSupported(false));
    }

    /** @param status of HTTP; null if there was no answer @param retryAfter as the receiver asks; null if it doesn't */
    record Outcome(
            @Nullable Integer status, @Nullable String failure, @Nullable Duration retryAfter, long milliseconds) {
        boolean isDelivered() {
            return status != null && status >= 200 && status < 300;
        }
    }

    /** Never fails; not to be called on an event loop, since a name is resolved. */
    CompletableFuture<Outcome> send(Outgoing.Attempt attempt, String body) {
        Instant begun = clock.instant();
        Target target = new Target(URI.create(attempt.url()));
        InetAddress address;
        try {
            address = target.address(settings.privateTargets());
        } catch (UnknownHostException e) {
            return failed("the host " + target.url().getHost() + " is not known", begun);
        } catch (Target.Forbidden e) {
            return failed(String.valueOf(e.getMessage()), begun);
        }
        String id = attempt.delivery().toString();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(attempt.url())
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setFollowRedirects(false)
                .setTimeout(settings.timeout().toMillis())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Earshot-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(begun.getEpochSecond()))
                .putHeader("webhook-signature", Signature.of(attempt.secrets(), id, begun, body));
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        http.request(options)
                .compose(request -> answer(request, body))
                .onSuccess(answer -> {
                    // What the receiver says besides is of no interest, however much it is.
                    answer.request().connection().close();
                    outcome.complete(new Outcome(answer.statusCode(), null, retryAfter(answer), since(begun)));
                })
                .onFailure(failure ->
                        outcome.complete(new Outcome(null, String.valueOf(failure.getMessage()), null, since(begun))));
        return outcome;
    }

    private static Future<HttpClientResponse> answer(HttpClientRequest request, String body) {
        request.exceptionHandler(closed -> LOG.debugf("%s", closed.getMessage()));
        return request.send(Buffer.buffer(body)).map(answer -> {
            // It hears of the connection that is closed before its end, which is our own doing.
            answer.exceptionHandler(closed -> LOG.debugf("%s", closed.getMessage()));
            answer.pause();
            return answer;
        });
    }

    private CompletableFuture<Outcome> failed(String failure, Instant begun) {
        return CompletableFuture.completedFuture(new Outcome(null, failure, null, since(begun)));
    }

    private long since(Instant begun) {
        return Duration.between(begun, clock.instant()).toMillis();
    }

    private static @Nullable Duration retryAfter(HttpClientResponse answer) {
        String header = Objects.requireNonNullElse(answer.getHeader("Retry-After"), "");
        if (!header.matches("\\d{1,9}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(header));
        return wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
    }
}
