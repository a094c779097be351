package io.earshot.questionnaire.check;

import java.util.function.Consumer;

/** One thing that a check looks at, beyond what the JSON Schema can say. */
interface Rule {
    /** @param instrument a questionnaire that the schema allows */
    void check(Instrument instrument, Consumer<Finding> findings);
}
