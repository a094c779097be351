package io.earshot.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Empties the outbox: takes what is due, sends it, and settles it or puts it off. At least once, in no certain order. */
@Singleton
class WebhookDelivery {
    private static final Logger LOG = Logger.getLogger(WebhookDelivery.class);

    static final int AT_ONCE = 32;
    /** A receiver that is slow must not keep the others waiting. */
    private static final int AT_ONCE_TO_ONE = 8;

    private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(45);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
    private static final double JITTER = 0.1;
    private static final int GONE = 410;

    private final Outgoing outgoing;
    private final WebhookSources sources;
    private final Sender sender;
    private final WebhookSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<UUID, Integer> inFlight = new ConcurrentHashMap<>();
    private @Nullable Thread thread;
    private volatile boolean stopping;
    private Instant forgotten = Instant.EPOCH;

    WebhookDelivery(
            Outgoing outgoing,
            WebhookSources sources,
            Sender sender,
            WebhookSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.outgoing = outgoing;
        this.sources = sources;
        this.sender = sender;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread looking = new Thread(this::look, "webhook-delivery");
        looking.setDaemon(true);
        looking.start();
        thread = looking;
    }

    /** What is under way is tried again by the node that finds it due. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
            looking.join();
        }
    }

    private void look() {
        while (!stopping) {
            boolean found = false;
            try {
                found = deliver();
                forget();
            } catch (RuntimeException e) {
                LOG.errorf("the outbox of webhooks could not be emptied: %s", e.getMessage());
            }
            if (!found) {
                try {
                    Thread.sleep(settings.lookEvery().toMillis());
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** @return whether there may be more that is due */
    private boolean deliver() {
        int free =
                AT_ONCE - inFlight.values().stream().mapToInt(Integer::intValue).sum();
        if (free <= 0) {
            return false;
        }
        List<UUID> busy = inFlight.entrySet().stream()
                .filter(one -> one.getValue() >= AT_ONCE_TO_ONE)
                .map(Map.Entry::getKey)
                .toList();
        List<Outgoing.Attempt> taken =
                outgoing.take(Math.min(free, AT_ONCE_TO_ONE), settings.timeout().plus(AFTER_TIMEOUT), busy);
        for (Outgoing.Attempt attempt : taken) {
            inFlight.merge(attempt.webhook(), 1, Integer::sum);
            Infrastructure.getDefaultWorkerPool().execute(() -> attempt(attempt));
        }
        return !taken.isEmpty();
    }

    private void attempt(Outgoing.Attempt attempt) {
        try {
            Optional<String> data = sources.data(attempt.workspace(), attempt.type(), attempt.subject());
            if (data.isEmpty()) {
                outgoing.gone(attempt);
                landed(attempt);
                return;
            }
            String body = "{\"type\":\"" + attempt.type() + "\",\"timestamp\":\"" + attempt.createdAt() + "\",\"data\":"
                    + data.get() + "}";
            sender.send(attempt, body)
                    .thenAcceptAsync(outcome -> settle(attempt, outcome), Infrastructure.getDefaultWorkerPool());
        } catch (RuntimeException e) {
            LOG.errorf(e, "delivery %s could not be made; it is tried again", attempt.delivery());
            landed(attempt);
        }
    }

    private void settle(Outgoing.Attempt attempt, Sender.Outcome outcome) {
        try {
            String logged = logged(outcome);
            if (outcome.isDelivered()) {
                outgoing.delivered(attempt, logged);
            } else if (outcome.status() != null && outcome.status() == GONE) {
                outgoing.failed(attempt, null, logged);
                outgoing.disable(attempt);
            } else {
                outgoing.failed(attempt, next(attempt, outcome), logged);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "what became of delivery %s could not be kept; it is tried again", attempt.delivery());
        } finally {
            landed(attempt);
        }
    }

    private @Nullable Instant next(Outgoing.Attempt attempt, Sender.Outcome outcome) {
        List<Duration> waits = settings.waits();
        if (attempt.attempt() > waits.size()) {
            return null;
        }
        Duration wait = waits.get(attempt.attempt() - 1);
        Duration asked = outcome.retryAfter();
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        // So that what failed together doesn't come again together.
        long jitter =
                (long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble());
        return clock.instant().plus(wait).plusMillis(jitter);
    }

    private String logged(Sender.Outcome outcome) {
        ObjectNode entry = json.createObjectNode().put("at", clock.instant().toString());
        if (outcome.status() != null) {
            entry.put("status", outcome.status());
        }
        if (outcome.failure() != null) {
            entry.put("failure", outcome.failure());
        }
        return json.createArrayNode()
                .add(entry.put("milliseconds", outcome.milliseconds()))
                .toString();
    }

    private void landed(Outgoing.Attempt attempt) {
        inFlight.computeIfPresent(attempt.webhook(), (webhook, count) -> count > 1 ? count - 1 : null);
    }

    private void forget() {
        if (clock.instant().isBefore(forgotten.plus(FORGET_EVERY))) {
            return;
        }
        forgotten = clock.instant();
        outgoing.forget(settings.keep());
    }
}
