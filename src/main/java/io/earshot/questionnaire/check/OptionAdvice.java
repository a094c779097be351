package io.earshot.questionnaire.check;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Options that leave nobody out, and in an order that favours none. */
final class OptionAdvice implements Rule {
    private static final int LOOKS_COMPLETE = 4;
    private static final int MANY = 10;

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        Optional<Lexicon> lexicon = Lexicon.of(instrument.defaultLanguage());
        for (Asked element : instrument.elements()) {
            if (element.kind() != Kind.SINGLE_CHOICE && element.kind() != Kind.MULTIPLE_CHOICE) {
                continue;
            }
            Place place = element.place();
            if (lexicon.isPresent() && !place.has("expect") && !place.flag("ordered")) {
                complete(element, instrument.defaultLanguage(), lexicon.get(), findings);
            }
            int options = place.json().path("options").size();
            boolean shuffled = place.has("shuffle") && !place.word("shuffle").equals("none");
            boolean list = !place.word("presentation").equals("dropdown");
            if (options > MANY && !shuffled && list && !place.flag("ordered") && !isSorted(element, instrument)) {
                findings.accept(Finding.advice(
                        "unshuffled-options",
                        place.at("options").pointer(),
                        "Of " + options
                                + " options the first are chosen more often because they are first; shuffle them, sort them by the"
                                + " alphabet, or say that they are ordered."));
            }
        }
    }

    private static void complete(Asked element, String defaultLanguage, Lexicon lexicon, Consumer<Finding> findings) {
        List<String> labels = labels(element, defaultLanguage);
        boolean wayOut = element.options().anyMatch(option -> option.flag("openText") || option.flag("exclusive"))
                || labels.stream().anyMatch(label -> lexicon.openEnds().in(label));
        if (wayOut || labels.size() < LOOKS_COMPLETE) {
            return;
        }
        long amounts = labels.stream()
                .filter(label -> lexicon.quantity().in(label)
                        || lexicon.positive().in(label)
                        || lexicon.negative().in(label))
                .count();
        if (2 * amounts < labels.size()) {
            findings.accept(Finding.advice(
                    "no-way-out",
                    element.place().at("options").pointer(),
                    "Whoever finds no option that fits must give a wrong answer or none; add \"other\" with openText, or \"none"
                            + " of these\"."));
        }
    }

    private static boolean isSorted(Asked element, Instrument instrument) {
        List<String> labels = labels(element, instrument.defaultLanguage());
        Collator collator = Collator.getInstance(Locale.forLanguageTag(instrument.defaultLanguage()));
        int steps = 0;
        for (int i = 1; i < labels.size(); i++) {
            steps += collator.compare(labels.get(i - 1), labels.get(i)) <= 0 ? 1 : 0;
        }
        // "Other" at the end, after the alphabet, is where everybody looks for it.
        return steps >= labels.size() - 3;
    }

    private static List<String> labels(Asked element, String defaultLanguage) {
        return element.options()
                .map(option -> new Wording(option.at("text"), Wording.Role.OPTION, element, Optional.empty()))
                .map(text -> Lexicon.plain(text.words(defaultLanguage)))
                .toList();
    }
}
