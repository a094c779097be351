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
 * @param setting    by what they count and compare
 */
record Answers(
        Questionnaire questionnaire,
        Dataset data,
        String language,
        double confidence,
        Circumstances circumstances,
        Setting setting) {
    Answers {
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(data, "data");
        requireNonNull(language, "language");
        requireNonNull(circumstances, "circumstances");
        requireNonNull(setting, "setting");
    }

    Answers(Questionnaire questionnaire, Dataset data, String language, double confidence) {
        this(questionnaire, data, language, confidence, Circumstances.NONE);
    }

    Answers(
            Questionnaire questionnaire,
            Dataset data,
            String language,
            double confidence,
            Circumstances circumstances) {
        this(questionnaire, data, language, confidence, circumstances, Setting.PLAIN);
    }

    Answers under(Circumstances other) {
        return new Answers(questionnaire, data, language, confidence, other, setting);
    }

    Answers by(Setting other) {
        return new Answers(questionnaire, data, language, confidence, circumstances, other);
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
