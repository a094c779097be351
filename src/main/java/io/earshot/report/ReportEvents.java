package io.earshot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.webhook.WebhookSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells webhooks of reports: where one stands, not what is in it. */
@Singleton
class ReportEvents implements WebhookSource {
    /** It is done or has failed. */
    static final String FINISHED = "report.finished";

    private final Reports reports;
    private final ObjectMapper json;

    ReportEvents(Reports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @Override
    public List<String> types() {
        return List.of(FINISHED);
    }

    @Override
    public Optional<String> data(UUID workspace, String subject) {
        return reports.find(workspace, UUID.fromString(subject)).map(report -> {
            try {
                return json.writeValueAsString(report);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("report " + subject + " can't be written", e);
            }
        });
    }
}
