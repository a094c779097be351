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
 * @param circumstances what is known of the responses beside their answers
 */
record Answers(
        Questionnaire questionnaire, Dataset data, String language, double confidence, Circumstances circumstances) {
    Answers {
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(data, "data");
        requireNonNull(language, "language");
        requireNonNull(circumstances, "circumstances");
    }

    Answers(Questionnaire questionnaire, Dataset data, String language, double confidence) {
        this(questionnaire, data, language, confidence, Circumstances.NONE);
    }

    Subject subject(Variable variable) {
        return Subject.of(variable, language, questionnaire.defaultLanguage());
    }

    /** @throws IllegalArgumentException if data have no such column */
    Subject subject(String column) {
        return subject(questionnaire.columns().stream()
                .filter(variable -> variable.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column is named " + column)));
    }

    String in(Text text) {
        return text.in(language, questionnaire.defaultLanguage());
    }
}
