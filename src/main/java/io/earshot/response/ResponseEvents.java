package io.earshot.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.webhook.WebhookEvent;
import io.earshot.webhook.WebhookOutbox;
import io.earshot.webhook.WebhookSource;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells webhooks of responses: written in the transaction that stores them, read again when they are sent. */
@Singleton
class ResponseEvents implements WebhookSource {
    private static final String CREATED = "response.created";
    private static final String UPDATED = "response.updated";
    private static final String COMPLETED = "response.completed";

    private final WebhookOutbox outbox;
    private final Responses responses;
    private final ObjectMapper json;

    ResponseEvents(WebhookOutbox outbox, Responses responses, ObjectMapper json) {
        this.outbox = outbox;
        this.responses = responses;
        this.json = json;
    }

    boolean areListenedTo(Connection connection, UUID workspace) {
        return outbox.isListenedTo(connection, workspace);
    }

    /** @param results of the responses, in their order */
    void written(Connection connection, List<ValidResponse> responses, List<ResponseBatch.Result> results)
            throws SQLException {
        List<WebhookEvent> events = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            Written written = results.get(i).written();
            UUID workspace = responses.get(i).workspace();
            if (written == null || !written.isChange() || !outbox.isListenedTo(connection, workspace)) {
                continue;
            }
            String subject = responses.get(i).respondentKey().value() + "/"
                    + responses.get(i).id();
            events.add(new WebhookEvent(workspace, written.isNew() ? CREATED : UPDATED, subject));
            if (written.response().status() == ResponseStatus.COMPLETE) {
                events.add(new WebhookEvent(workspace, COMPLETED, subject));
            }
        }
        if (!events.isEmpty()) {
            outbox.write(connection, events);
        }
    }

    @Override
    public List<String> types() {
        return List.of(CREATED, UPDATED, COMPLETED);
    }

    @Override
    public Optional<String> data(UUID workspace, String subject) {
        String[] key = subject.split("/", 2);
        return responses
                .find(workspace, new RespondentKey(UUID.fromString(key[0])), UUID.fromString(key[1]))
                .map(response -> {
                    try {
                        return json.writeValueAsString(response);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException("response " + response.id() + " can't be written", e);
                    }
                });
    }
}
