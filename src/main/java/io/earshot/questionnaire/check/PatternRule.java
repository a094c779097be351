package io.earshot.questionnaire.check;

import io.earshot.questionnaire.AnswerPattern;
import io.earshot.questionnaire.PatternShape;
import java.util.function.Consumer;

/** A pattern can be compiled, can be matched quickly by any engine, and by an answer that is short enough. */
final class PatternRule implements Rule {
    private static final int DEFAULT_MAX_LENGTH = 4000;

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        instrument
                .elements(Kind.TEXT)
                .map(Asked::place)
                .filter(place -> place.has("pattern"))
                .forEach(place -> pattern(place, findings));
    }

    private static void pattern(Place text, Consumer<Finding> findings) {
        String pattern = text.word("pattern");
        String pointer = text.at("pattern").pointer();
        try {
            AnswerPattern.of(pattern);
        } catch (IllegalArgumentException e) {
            findings.accept(Finding.error(
                    "invalid-pattern", pointer, "The pattern can't be used: " + e.getMessage() + "; correct it."));
            return;
        }
        PatternShape shape = PatternShape.of(pattern);
        if (shape.nested()) {
            findings.accept(Finding.error(
                    "invalid-pattern",
                    pointer,
                    "The pattern repeats without limit what itself repeats without limit, which can take for ever in"
                            + " a browser; give one of them a limit, such as {1,20}."));
        }
        int maxLength = text.json().path("maxLength").asInt(DEFAULT_MAX_LENGTH);
        if (shape.least() > maxLength) {
            findings.accept(Finding.error(
                    "pattern-too-long",
                    pointer,
                    "What the pattern asks for has at least " + shape.least() + " characters, but maxLength allows "
                            + maxLength + "; raise maxLength or shorten the pattern."));
        }
    }
}
