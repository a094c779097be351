package io.earshot.questionnaire.exchange.limesurvey;

import java.util.Map;

/**
 * What an expression can look at.
 *
 * @param name  of the variable in the draft
 * @param code  of the option, for one choice of several
 * @param codes LimeSurvey's to the draft's
 */
record Answer(String name, Kind kind, String code, Map<String, String> codes) {
    enum Kind {
        ONE_CODE,
        /** A choice of several; it has the value Y if it was chosen. */
        CHOICE,
        NUMBER,
        TEXT,
        MOMENT,
        COMPUTED,
        LIST
    }

    static Answer of(String name, Kind kind) {
        return new Answer(name, kind, "", Map.of());
    }
}
