package io.earshot.questionnaire.check;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is short enough to be read and finished. */
final class LengthAdvice implements Rule {
    private static final int MOST_SECONDS = 7 * 60;
    private static final int MOST_WORDS = 40;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** What is there to be read, and not on the way to an answer. */
    private static final Set<Kind> READINGS = Set.of(Kind.STATEMENT, Kind.CONSENT);

    private final int seconds;

    /** @param seconds how long the questionnaire takes to fill in */
    LengthAdvice(int seconds) {
        this.seconds = seconds;
    }

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        if (seconds > MOST_SECONDS) {
            findings.accept(Finding.advice(
                    "long-questionnaire",
                    "/pages",
                    "It takes about " + Math.round(seconds / 60.0)
                            + " minutes, and after 7 many give up; ask less, or ask some of it another time."));
        }
        for (Wording text : instrument.texts()) {
            Asked asked = text.asked();
            boolean counts = text.role() == Wording.Role.QUESTION
                    || text.role() == Wording.Role.OPTION
                    || text.role() == Wording.Role.ROW;
            if (!counts || asked == null || READINGS.contains(asked.kind())) {
                continue;
            }
            int[] most = {0};
            text.each(instrument.defaultLanguage(), (language, words) -> most[0] = Math.max(most[0], words(words)));
            if (most[0] > MOST_WORDS) {
                findings.accept(Finding.advice(
                        "long-text",
                        text.place().pointer(),
                        "This has " + most[0] + " words, and beyond " + MOST_WORDS
                                + " people skim; shorten it, or move what explains it to description."));
            }
        }
    }

    private static int words(String words) {
        // Most texts are too short to hold so many words, whatever they say.
        return words.length() <= 2 * MOST_WORDS ? 0 : SPACE.split(words.strip()).length;
    }
}
