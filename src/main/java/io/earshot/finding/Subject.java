package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Variable;
import java.util.List;

/**
 * A variable as a report's reader knows it: every label in the report's language.
 *
 * @param variable its name in data
 * @param question the name of the question that asks it
 * @param stem     the question that the label completes, such as that over a matrix of rows; empty if the label says all
 * @param codes    what it may hold, in the questionnaire's order; empty for numbers and text
 */
public record Subject(
        String variable,
        String question,
        String stem,
        String label,
        Measure measure,
        boolean multiple,
        List<Code> codes) {
    public Subject {
        requireNonNull(variable, "variable");
        requireNonNull(question, "question");
        requireNonNull(stem, "stem");
        requireNonNull(label, "label");
        requireNonNull(measure, "measure");
        codes = List.copyOf(codes);
    }

    /** A code and what it means. */
    public record Code(String code, String label) {
        public Code {
            requireNonNull(code, "code");
            requireNonNull(label, "label");
        }
    }

    public static Subject of(Variable variable, String language, String defaultLanguage) {
        return new Subject(
                variable.name(),
                variable.question(),
                "",
                variable.label().plainIn(language, defaultLanguage),
                variable.measure(),
                variable.isCodedSet(),
                variable.values().stream()
                        .map(value -> new Code(value.code(), value.label().plainIn(language, defaultLanguage)))
                        .toList());
    }

    /** The same as a part of a question that says more than its label. */
    public Subject under(String question) {
        return new Subject(variable, this.question, question, label, measure, multiple, codes);
    }

    /** The whole wording: the question, and what of it this is; the variable's name if it has no wording. */
    public String full() {
        String own = label.isEmpty() ? variable : label;
        return stem.isEmpty() ? own : stem + " – " + own;
    }

    /** What a code means; the code itself if the variable has no such code or gives it no label. */
    public String label(String code) {
        return codes.stream()
                .filter(known -> known.code().equals(code) && !known.label().isEmpty())
                .map(Code::label)
                .findFirst()
                .orElse(code);
    }
}
