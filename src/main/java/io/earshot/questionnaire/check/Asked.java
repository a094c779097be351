package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An element of a page.
 *
 * @param page  the page's place in the questionnaire, from 0
 * @param index its place on the page, from 0
 */
record Asked(Place place, Kind kind, String name, int page, int index) {
    /** The two ends of a scale of numbers. */
    record Ends(BigDecimal low, BigDecimal high) {}

    /** What its data will be called, the answer itself first; the same names as the records' {@code variables()}. */
    List<Named> variables() {
        List<Named> variables = new ArrayList<>();
        switch (kind) {
            case STATEMENT -> {}
            case LIKERT, MATRIX_CHOICE, CONSTANT_SUM ->
                place.each("rows")
                        .forEach(row ->
                                variables.add(new Named(row.word("name"), row, "a row of a " + kind.word(), this)));
            case CONTACT ->
                place.each("fields")
                        .forEach(field -> variables.add(
                                new Named(name + "_" + field.word("field"), field, "a field of a contact", this)));
            case MAX_DIFF -> sets(variables);
            default -> {
                variables.add(new Named(name, place, role(), this));
                options()
                        .filter(option -> option.flag("openText"))
                        .forEach(option -> variables.add(new Named(
                                name + "_" + option.word("code"), option, "words given with an option", this)));
            }
        }
        return variables;
    }

    /** What it is, in words that stay the same as long as its data mean the same. */
    String role() {
        return "a question of type " + kind.word();
    }

    private void sets(List<Named> variables) {
        int sets = place.json().path("sets").size();
        IntStream.range(0, sets).forEach(i -> {
            Place set = place.at("sets").item(i);
            for (String end : new String[] {"best", "worst"}) {
                variables.add(new Named(name + "_" + (i + 1) + "_" + end, set, "a set of a max_diff", this));
            }
        });
    }

    Stream<Place> options() {
        return place.each("options");
    }

    Stream<Place> rows() {
        return place.each("rows");
    }

    /** The codes that an answer may hold; none if it isn't an answer of codes. */
    List<String> codes() {
        return switch (kind) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE, MATRIX_CHOICE, RANKING, MAX_DIFF -> words(options());
            case LIKERT -> words(place.each("scale"));
            case YES_NO -> List.of("yes", "no");
            case CONSENT -> List.of("agreed", "declined");
            case LINK -> List.of("clicked");
            default -> List.of();
        };
    }

    /** Whether an answer is a set or an order of codes, which is no number to compute with. */
    boolean isSet() {
        return switch (kind) {
            case MULTIPLE_CHOICE, RANKING, FILE -> true;
            case MATRIX_CHOICE -> place.flag("multiple");
            default -> false;
        };
    }

    /** The least and the largest answer where these are known and numbers. */
    Optional<Ends> ends() {
        return switch (kind) {
            case NPS -> Optional.of(ends(0, 10));
            case CSAT -> Optional.of(ends(1, 5));
            case CES -> Optional.of(ends(1, place.json().path("points").asInt(7)));
            case RATING -> Optional.of(ends(1, place.json().path("points").asInt()));
            case SLIDER, NUMBER ->
                place.number("min").flatMap(min -> place.number("max").map(max -> new Ends(min, max)));
            default -> {
                List<BigDecimal> numbers = numericCodes();
                yield numbers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Ends(
                                numbers.stream().min(BigDecimal::compareTo).orElseThrow(),
                                numbers.stream().max(BigDecimal::compareTo).orElseThrow()));
            }
        };
    }

    /** The codes as numbers; empty unless every one is a number. */
    private List<BigDecimal> numericCodes() {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String code : codes()) {
            try {
                numbers.add(new BigDecimal(code));
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return numbers;
    }

    private static Ends ends(int low, int high) {
        return new Ends(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static List<String> words(Stream<Place> coded) {
        return coded.map(item -> item.word("code")).toList();
    }

    /** Whether nothing says that it might not be shown. */
    boolean isAlwaysShown() {
        JsonNode condition = place.json().path("visibleIf");
        return condition.isMissingNode() || (condition.isBoolean() && condition.booleanValue());
    }
}
