package io.earshot.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What in the application makes a prompt due.
 *
 * @param event the name of an event that the application tracks
 * @param where JsonLogic over the event's properties; absent, every such event is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trigger(@Nullable String event, @Nullable Condition where) {

    List<Fault> faults() {
        return event == null || event.isBlank() || event.length() > 200
                ? List.of(new Fault(
                        "/trigger/event",
                        "missing",
                        "A trigger names an event of 1 to 200 characters that the application tracks."))
                : List.of();
    }
}
