package io.earshot.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How deliveries are made; {@code docs/how-to/webhooks.md} says when to change what. */
@ConfigMapping(prefix = "earshot.webhooks")
interface WebhookSettings {
    /** Whether addresses of this machine and of private networks may be called, and without TLS: for installations inside. */
    @WithDefault("false")
    boolean privateTargets();

    /** How long to wait after each failed attempt; after the last one the delivery is dead. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> waits();

    /** The whole of one attempt. */
    @WithDefault("15s")
    Duration timeout();

    /** How often the outbox is looked at. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How long the log keeps deliveries that are over. */
    @WithDefault("720h")
    Duration keep();
}
