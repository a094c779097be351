package io.earshot.questionnaire.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a reader stumbles over, by lists of words in English and French. Instruments with a stated source are left alone:
 * their wording is part of what was validated, and a changed question can no longer be compared.
 */
final class WordingAdvice implements Rule {
    /** Questions whose answer is one judgement, so that two things asked at once leave one of them unanswered. */
    private static final Set<Kind> JUDGEMENTS = EnumSet.of(
            Kind.SINGLE_CHOICE,
            Kind.YES_NO,
            Kind.NPS,
            Kind.CSAT,
            Kind.CES,
            Kind.RATING,
            Kind.SLIDER,
            Kind.LIKERT,
            Kind.MATRIX_CHOICE);

    private static final Set<Kind> NOT_ASKING =
            EnumSet.of(Kind.STATEMENT, Kind.CONSENT, Kind.LINK, Kind.FILE, Kind.CONTACT);

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern LINK = Pattern.compile("\\]\\([^)]*\\)|\\{\\{[^}]*}}|https?://\\S+");

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        if (instrument.whole().has("source")) {
            return;
        }
        for (Wording text : instrument.texts()) {
            Asked asked = text.asked();
            boolean asks = text.role() == Wording.Role.QUESTION || text.role() == Wording.Role.ROW;
            if (!asks || asked == null || NOT_ASKING.contains(asked.kind())) {
                continue;
            }
            // A fault that was translated along with the rest is one finding.
            Map<String, Finding> found = new HashMap<>();
            text.each(instrument.defaultLanguage(), (language, words) -> Lexicon.of(language)
                    .ifPresent(lexicon -> judge(
                            LINK.matcher(Lexicon.plain(words)).replaceAll(" "),
                            lexicon,
                            text,
                            asked.kind(),
                            finding -> found.putIfAbsent(finding.code(), finding))));
            found.values().forEach(findings);
        }
    }

    private static void judge(String words, Lexicon lexicon, Wording text, Kind kind, Consumer<Finding> findings) {
        boolean isRow = text.role() == Wording.Role.ROW;
        // The text over a matrix introduces its rows; they are what is judged.
        boolean isJudged = JUDGEMENTS.contains(kind) && (isRow || text.asked() == null || !hasRows(text));
        if (isJudged) {
            lexicon.joined()
                    .first(lexicon.pairs().without(words))
                    .ifPresent(found -> say(
                            findings,
                            "double-barrelled",
                            text,
                            "This seems to ask about two things at once (" + found
                                    + "), and nobody can tell which one is answered; ask two questions."));
        }
        if (!isRow) {
            lexicon.leading()
                    .first(words)
                    .ifPresent(found -> say(
                            findings,
                            "leading-wording",
                            text,
                            "The words \"" + found
                                    + "\" suggest an answer; ask so that every answer is as easy to give."));
        }
        lexicon.absolutes()
                .first(words)
                .ifPresent(found -> say(
                        findings,
                        "absolute-wording",
                        text,
                        "Hardly anything is so for \"" + found
                                + "\"; say how often or how much, or leave the word out."));
        lexicon.jargon()
                .first(words)
                .ifPresent(found -> say(
                        findings, "jargon", text, "Not everybody knows \"" + found + "\"; say it in everyday words."));
        for (String sentence : SENTENCE.split(words)) {
            if (lexicon.negations().count(sentence) > 1) {
                say(
                        findings,
                        "double-negation",
                        text,
                        "Two negations in a sentence are often read the wrong way round; say what is and not what isn't.");
            }
        }
    }

    private static boolean hasRows(Wording text) {
        Asked asked = text.asked();
        return asked != null && asked.place().has("rows");
    }

    private static void say(Consumer<Finding> findings, String code, Wording text, String message) {
        findings.accept(Finding.advice(code, text.place().pointer(), message));
    }
}
