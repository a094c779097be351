package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

/**
 * Something to choose.
 *
 * @param code      what data hold when it is chosen
 * @param openText  true if choosing it opens a field for words, as "other" does
 * @param exclusive true if it can't be chosen together with others, as "none of these"; multiple choice only
 * @param pinned    true if it keeps its place when the options are shuffled
 */
public record Option(Code code, Text text, boolean openText, boolean exclusive, boolean pinned) {
    public Option {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
        if (openText && !VariableName.isValid("x_" + code.text())) {
            throw new IllegalArgumentException(
                    "code of an option with open text must be letters, digits or _: " + code.text());
        }
    }

    public static Option of(String code, Text text) {
        return new Option(new Code(code), text, false, false, false);
    }

    Variable.CodedValue value() {
        return new Variable.CodedValue(code.text(), text);
    }
}
