package io.earshot.questionnaire.check;

import java.util.Map;

/**
 * How long a questionnaire takes to fill in: reading all that is on the way, and an answer to each question. What has a
 * condition of its own, or stands on a page that has one, counts half, since nobody knows yet how many it will meet.
 *
 * <p>Reading takes 68 ms a character: the mean of fourteen languages, read aloud, and so slower than most read for
 * themselves. Characters that stand for words or syllables (Han, kana, hangul) count three and a half times, by which
 * Chinese and Japanese come out at the measured length of a text. Seconds for an answer are rules of thumb of our own.
 *
 * @see <a href="https://doi.org/10.1167/iovs.11-8284">Trauzettel-Klosinski and Dietz (2012), Investigative Ophthalmology &amp;
 *     Visual Science 53, 5452-5461</a>
 */
final class Duration {
    private static final double SECONDS_PER_CHARACTER = 0.068;
    private static final double WEIGHT_OF_A_LOGOGRAM = 3.5;
    /** Below stand the alphabets, so that most characters need no look into the table of scripts. */
    private static final int FIRST_LOGOGRAM = 0x1100;

    private static final double CONDITIONAL = 0.5;

    /** Nobody reads a hundred options; after these one looks for one's own. */
    private static final int READ_OPTIONS = 20;

    /** Seconds to decide and to act, for an answer; for each row or item where there are some. */
    private static final Map<Kind, Double> ANSWER = Map.ofEntries(
            Map.entry(Kind.STATEMENT, 1.0),
            Map.entry(Kind.SINGLE_CHOICE, 3.0),
            Map.entry(Kind.MULTIPLE_CHOICE, 5.0),
            Map.entry(Kind.YES_NO, 2.0),
            Map.entry(Kind.NPS, 4.0),
            Map.entry(Kind.CSAT, 3.0),
            Map.entry(Kind.CES, 3.0),
            Map.entry(Kind.RATING, 3.0),
            Map.entry(Kind.LIKERT, 3.0),
            Map.entry(Kind.MATRIX_CHOICE, 4.0),
            Map.entry(Kind.RANKING, 3.0),
            Map.entry(Kind.CONSTANT_SUM, 6.0),
            Map.entry(Kind.MAX_DIFF, 8.0),
            Map.entry(Kind.SLIDER, 4.0),
            Map.entry(Kind.NUMBER, 5.0),
            Map.entry(Kind.TEXT, 10.0),
            Map.entry(Kind.DATE, 6.0),
            Map.entry(Kind.TIME, 5.0),
            Map.entry(Kind.FILE, 25.0),
            Map.entry(Kind.CONSENT, 3.0),
            Map.entry(Kind.CONTACT, 6.0),
            Map.entry(Kind.LINK, 2.0));

    private static final double LONG_TEXT = 30;

    private Duration() {}

    /** @return whole seconds, rounded up */
    static int seconds(Instrument instrument) {
        double seconds = 0;
        for (Asked element : instrument.elements()) {
            boolean conditional = !element.isAlwaysShown()
                    || instrument.pages().get(element.page()).has("visibleIf");
            double whole = answering(element);
            seconds += conditional ? CONDITIONAL * whole : whole;
        }
        for (Wording text : instrument.texts()) {
            Asked element = text.asked();
            if (element == null || isPassedOver(text)) {
                continue;
            }
            boolean conditional = !element.isAlwaysShown()
                    || instrument.pages().get(element.page()).has("visibleIf");
            double whole =
                    SECONDS_PER_CHARACTER * characters(text.words(instrument.defaultLanguage())) * times(text, element);
            seconds += conditional ? CONDITIONAL * whole : whole;
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds));
    }

    private static boolean isPassedOver(Wording text) {
        return text.role() == Wording.Role.OPTION
                && Integer.parseInt(text.place().around().segment()) >= READ_OPTIONS;
    }

    /** The items of a max_diff are read again in each set. */
    private static double times(Wording text, Asked element) {
        if (element.kind() != Kind.MAX_DIFF || text.role() != Wording.Role.OPTION) {
            return 1;
        }
        double shown =
                element.place().each("sets").mapToInt(set -> set.json().size()).sum();
        return shown / Math.max(1, element.place().json().path("options").size());
    }

    private static double answering(Asked element) {
        double one = ANSWER.getOrDefault(element.kind(), 0.0);
        return switch (element.kind()) {
            case LIKERT, MATRIX_CHOICE, CONSTANT_SUM ->
                one * element.place().json().path("rows").size();
            case RANKING -> {
                int options = element.place().json().path("options").size();
                yield one * element.place().json().path("top").asInt(options);
            }
            case MAX_DIFF -> one * element.place().json().path("sets").size();
            case CONTACT -> one * element.place().json().path("fields").size();
            case TEXT -> element.place().flag("long") ? LONG_TEXT : one;
            default -> one;
        };
    }

    private static double characters(String words) {
        double characters = 0;
        for (int at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
            characters += isLogogram(words.codePointAt(at)) ? WEIGHT_OF_A_LOGOGRAM : 1;
        }
        return characters;
    }

    private static boolean isLogogram(int point) {
        if (point < FIRST_LOGOGRAM) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
