package io.earshot.questionnaire.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What many would rather not tell is not demanded. */
final class SensitiveAdvice implements Rule {
    private static final Set<Kind> NOT_TELLING =
            EnumSet.of(Kind.STATEMENT, Kind.CONSENT, Kind.LINK, Kind.CONTACT, Kind.FILE, Kind.NPS, Kind.CES);

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        for (Asked element : instrument.elements()) {
            Place place = element.place();
            if (element.kind() == Kind.CONTACT) {
                place.each("fields")
                        .filter(field -> field.flag("required") || place.flag("required"))
                        .findFirst()
                        .ifPresent(
                                field -> findings.accept(
                                        Finding.advice(
                                                "required-sensitive",
                                                place.pointer(),
                                                "Whoever would rather stay unknown can't go on, or invents a name; make the fields optional.")));
                continue;
            }
            boolean demanded = place.flag("required") || place.has("requiredIf");
            if (demanded && !NOT_TELLING.contains(element.kind()) && isSensitive(element, instrument)) {
                findings.accept(Finding.advice(
                        "required-sensitive",
                        place.pointer(),
                        "Many would rather not tell this, and leave or lie if they must; add an option such as \"prefer not to"
                                + " say\", or don't require it."));
            }
        }
    }

    private static boolean isSensitive(Asked element, Instrument instrument) {
        String language = instrument.defaultLanguage();
        Optional<Lexicon> lexicon = Lexicon.of(language);
        return lexicon.isPresent()
                && lexicon.get().sensitive().in(words(element.place().at("text"), language))
                && element.options().noneMatch(option -> lexicon.get().unsaid().in(words(option.at("text"), language)));
    }

    private static String words(Place text, String language) {
        return Lexicon.plain(new Wording(text, Wording.Role.QUESTION, null, Optional.empty()).words(language));
    }
}
