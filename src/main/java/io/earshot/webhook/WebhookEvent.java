package io.earshot.webhook;

import java.util.UUID;

/**
 * Something that has happened.
 *
 * @param type    such as {@code response.completed}
 * @param subject what it happened to, as the {@link WebhookSource} of the type understands it
 */
public record WebhookEvent(UUID workspace, String type, String subject) {}
