package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One column that a question gives: what its data are called, mean and may hold.
 *
 * @param name     the variable's name in data: a letter, then letters, digits and {@code _}; 64 at most
 * @param question the name of the element that asks it; differs from {@code name} for rows of a matrix and open texts
 * @param label    the wording in every language
 * @param measure  what may be done with its values
 * @param multiple true if an answer is a set of codes, not one
 * @param values   the codes that an answer may hold with their labels, in the questionnaire's order; empty for numbers and text
 */
public record Variable(
        String name, String question, Text label, Measure measure, boolean multiple, List<CodedValue> values) {
    public Variable {
        requireNonNull(name, "name");
        requireNonNull(question, "question");
        requireNonNull(label, "label");
        requireNonNull(measure, "measure");
        values = List.copyOf(values);
    }

    /**
     * A code and what it means.
     *
     * @param code as it stands in answers and data; codes that are integers in the questionnaire are their decimal digits here
     */
    public record CodedValue(String code, Text label) {
        public CodedValue {
            requireNonNull(code, "code");
            requireNonNull(label, "label");
        }
    }
}
