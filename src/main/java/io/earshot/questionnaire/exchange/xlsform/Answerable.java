package io.earshot.questionnaire.exchange.xlsform;

import java.util.Map;

/**
 * What an expression of the form can look at.
 *
 * @param name  in the draft
 * @param codes the form's choice names to the draft's codes; empty for what has no choices
 */
record Answerable(String name, Kind kind, Map<String, String> codes) {
    enum Kind {
        ONE_CODE,
        CODES,
        RANKS,
        NUMBER,
        TEXT,
        /** Dates and times: equal or not, but JsonLogic has no order for them. */
        MOMENT,
        FILES,
        COMPUTED
    }

    Answerable {
        codes = Map.copyOf(codes);
    }
}
