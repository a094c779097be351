package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose.
 *
 * @param code      what data hold when it is chosen
 * @param visibleIf who may choose it; {@link Condition#ALWAYS} if absent
 * @param openText  true if choosing it opens a field for words, as "other" does
 * @param exclusive true if it can't be chosen together with others, as "none of these"; where several may be chosen only
 * @param pinned    true if it keeps its place when the options are shuffled
 * @param image     an https address of a picture that the text describes; absent is none
 */
public record Option(
        Code code,
        Text text,
        Condition visibleIf,
        boolean openText,
        boolean exclusive,
        boolean pinned,
        @Nullable String image)
        implements Part {
    public Option {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        if (openText && !VariableName.isValid("x_" + code.text())) {
            throw new IllegalArgumentException(
                    "code of an option with open text must be letters, digits or _: " + code.text());
        }
        Address.https(image);
    }

    public static Option of(String code, Text text) {
        return new Option(new Code(code), text, Condition.ALWAYS, false, false, false, null);
    }

    @Override
    public String key() {
        return code.text();
    }

    Variable.CodedValue value() {
        return new Variable.CodedValue(code.text(), text);
    }
}
