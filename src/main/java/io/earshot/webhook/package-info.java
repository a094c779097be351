/** Tells other systems what happens here: subscriptions, outbox, signed deliveries; knows nothing of what it tells. */
@NullMarked
package io.earshot.webhook;

import org.jspecify.annotations.NullMarked;
