package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Dataset;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;

/**
 * What sections find their numbers in.
 *
 * @param language   of labels
 * @param confidence of intervals, in (0, 1)
 */
record Answers(Questionnaire questionnaire, Dataset data, String language, double confidence) {
    Answers {
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(data, "data");
        requireNonNull(language, "language");
    }

    Subject subject(Variable variable) {
        return Subject.of(variable, language, questionnaire.defaultLanguage());
    }

    /** @throws IllegalArgumentException if there is no such variable */
    Subject subject(String variable) {
        return subject(questionnaire
                .variable(variable)
                .orElseThrow(() -> new IllegalArgumentException("no variable is named " + variable)));
    }

    String in(Text text) {
        return text.in(language, questionnaire.defaultLanguage());
    }
}
