package io.earshot.questionnaire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a methodologist would say about scales. */
final class ScaleAdvice implements Rule {
    private static final int MANY_ROWS = 20;
    private static final Set<Kind> WITH_ENDS = Set.of(Kind.RATING, Kind.NPS, Kind.CSAT, Kind.CES);

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        for (Asked element : instrument.elements()) {
            Place place = element.place();
            if (WITH_ENDS.contains(element.kind()) && (!place.has("lowLabel") || !place.has("highLabel"))) {
                findings.accept(Finding.advice(
                        "no-end-labels",
                        place.pointer(),
                        "Nobody is told which end of the scale is good; add lowLabel and highLabel."));
            }
            int rows = place.json().path("rows").size();
            if (rows > MANY_ROWS) {
                findings.accept(Finding.advice(
                        "many-rows",
                        place.at("rows").pointer(),
                        "People stop reading after " + MANY_ROWS + " rows and here are " + rows
                                + "; split the question in two."));
            }
            if (element.kind() == Kind.LIKERT) {
                balance(place.at("scale"), instrument, findings);
            } else if (element.kind() == Kind.SINGLE_CHOICE) {
                balance(place.at("options"), instrument, findings);
            }
        }
    }

    /** Looks at the labels in the default language; of two languages one is enough to tell. */
    private static void balance(Place points, Instrument instrument, Consumer<Finding> findings) {
        Optional<Lexicon> lexicon = Lexicon.of(instrument.defaultLanguage());
        if (lexicon.isEmpty() || points.json().size() > 12 || instrument.whole().has("source")) {
            return;
        }
        List<Side> sides = new ArrayList<>();
        for (Place point : points.items().toList()) {
            String words = words(point.at("text"), instrument.defaultLanguage());
            Side side = Side.of(words, lexicon.get());
            if (lexicon.get().outside().in(words)) {
                continue;
            }
            if (side == Side.UNKNOWN) {
                return;
            }
            sides.add(side);
        }
        long positive = sides.stream().filter(side -> side == Side.POSITIVE).count();
        long negative = sides.stream()
                .filter(side -> side == Side.NEGATIVE || side == Side.NONE_OF_IT)
                .count();
        boolean oneSided =
                sides.stream().filter(side -> side == Side.NONE_OF_IT).count() == 1 && negative == 1;
        if (oneSided || positive + negative < 3 || positive + negative < sides.size() - 1) {

            return;
        }
        if (positive != negative) {
            findings.accept(Finding.advice(
                    "unbalanced-scale",
                    points.pointer(),
                    "The scale has " + positive + " labels on its good side and " + negative
                            + " on its bad side, which moves the answers; give both sides as many."));
        } else if (sides.size() % 2 == 1 && sides.indexOf(Side.MIDDLE) != sides.size() / 2) {
            findings.accept(Finding.advice(
                    "unbalanced-scale",
                    points.pointer(),
                    "The neutral label does not stand in the middle of the scale; put it there."));
        }
    }

    private static String words(Place text, String defaultLanguage) {
        return Lexicon.plain(new Wording(text, Wording.Role.OPTION, null, Optional.empty()).words(defaultLanguage));
    }

    private enum Side {
        POSITIVE,
        NEGATIVE,
        /** The low end of a scale with one side, such as "not at all satisfied". */
        NONE_OF_IT,
        MIDDLE,
        UNKNOWN;

        static Side of(String words, Lexicon lexicon) {
            if (lexicon.middling().in(words)) {
                return MIDDLE;
            }
            if (lexicon.unipolar().in(words)) {
                return NONE_OF_IT;
            }
            if (lexicon.negative().in(words)) {
                return NEGATIVE;
            }
            return lexicon.positive().in(words) ? POSITIVE : UNKNOWN;
        }
    }
}
