package io.earshot.questionnaire;

import java.util.function.Consumer;

/** One thing that a check looks at, beyond what the JSON Schema can say. */
interface Rule {
    /** @param content a questionnaire that the schema allows */
    void check(Place content, Consumer<Finding> findings);
}
