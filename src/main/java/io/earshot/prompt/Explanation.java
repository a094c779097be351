package io.earshot.prompt;

import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tells why a respondent would see a prompt or not. */
@ApplicationScoped
class Explanation {
    private final Database database;
    private final Clock clock;

    Explanation(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    PromptResource.Explained of(
            Prompt prompt, String respondent, Map<String, Object> traits, Map<String, Object> context) {
        RespondentKey key = RespondentKey.of(prompt.workspace(), respondent);
        History history = database.run(connection -> Histories.of(connection, key, List.of(prompt), clock.instant()))
                .getOrDefault(prompt.id(), History.NONE);
        Situation situation =
                new Situation(prompt.definition().app(), respondent, traits, context, null, clock.instant());
        return new PromptResource.Explained(
                Eligibility.decide(prompt, situation, history).reason(),
                Eligibility.checks(prompt, situation, history));
    }
}
