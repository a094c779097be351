package io.earshot.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.webhook.WebhookSource;
import io.earshot.workspace.Listing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells webhooks of schedules whose report could not be asked for. What was asked for is told as any other report. */
@Singleton
class ScheduleEvents implements WebhookSource {
    /** A time came at which no report could be asked for. */
    static final String FAILED = "report_schedule.failed";

    private final ReportSchedules schedules;
    private final ObjectMapper json;

    ScheduleEvents(ReportSchedules schedules, ObjectMapper json) {
        this.schedules = schedules;
        this.json = json;
    }

    /** @param runs the last ones, the last first */
    record Told(ReportSchedule schedule, List<ScheduleRun> runs) {}

    @Override
    public List<String> types() {
        return List.of(FAILED);
    }

    @Override
    public Optional<String> data(UUID workspace, String subject) {
        UUID id = UUID.fromString(subject);
        return schedules.find(workspace, id).map(schedule -> {
            List<ScheduleRun> runs =
                    schedules.runs(workspace, id, Listing.window(1, null)).items();
            try {
                return json.writeValueAsString(new Told(schedule, runs));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("schedule " + subject + " can't be written", e);
            }
        });
    }
}
