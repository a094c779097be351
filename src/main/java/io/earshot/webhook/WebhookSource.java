package io.earshot.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What tells of events. The outbox keeps only what an event is about; what is told of it is read when it is sent, so that
 * nothing of a respondent lies in the outbox, and what was erased meanwhile is not told.
 */
public interface WebhookSource {
    /** The types of events that it tells of, such as {@code response.completed}. */
    List<String> types();

    /** What is told of the subject, as JSON; empty if it is there no more. */
    Optional<String> data(UUID workspace, String subject);
}
