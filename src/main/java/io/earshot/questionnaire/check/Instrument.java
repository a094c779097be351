package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a questionnaire's JSON, found once, so that no rule has to go looking for them. What the schema refuses must
 * not come here.
 */
final class Instrument {
    private final Place whole;
    private final List<Place> pages;
    private final List<Asked> elements = new ArrayList<>();
    private final List<Named> variables = new ArrayList<>();
    private final Map<String, Named> byName = new HashMap<>();
    private final Map<String, Integer> pageNumbers = new LinkedHashMap<>();
    private final List<Wording> texts;
    private final Order order;

    Instrument(JsonNode content) {
        whole = Place.whole(content);
        pages = whole.each("pages").toList();
        for (int page = 0; page < pages.size(); page++) {
            pageNumbers.putIfAbsent(pages.get(page).word("name"), page);
            List<Place> onPage = pages.get(page).each("elements").toList();
            for (int index = 0; index < onPage.size(); index++) {
                Place place = onPage.get(index);
                Asked asked = new Asked(place, Kind.of(place.word("type")), place.word("name"), page, index);
                elements.add(asked);
                variables.addAll(asked.variables());
            }
        }
        whole.each("hidden").forEach(item -> variables.add(unasked(item, "a hidden " + item.word("type"))));
        whole.each("computed").forEach(item -> variables.add(unasked(item, "a computed " + item.word("type"))));
        whole.each("scores").forEach(item -> variables.add(unasked(item, "a score")));
        variables.forEach(variable -> byName.putIfAbsent(variable.name(), variable));
        texts = Wording.in(whole, elements);
        order = new Order(whole, pages);
    }

    private static Named unasked(Place item, String role) {
        return new Named(item.word("name"), item, role, null);
    }

    Place whole() {
        return whole;
    }

    String defaultLanguage() {
        return whole.word("defaultLanguage");
    }

    List<Place> pages() {
        return pages;
    }

    /** The page's place, from 0; empty if there is no page of that name. */
    Optional<Integer> page(String name) {
        return Optional.ofNullable(pageNumbers.get(name));
    }

    /** All elements in the order of the pages. */
    List<Asked> elements() {
        return elements;
    }

    Stream<Asked> elements(Kind kind) {
        return elements.stream().filter(element -> element.kind() == kind);
    }

    /** All variables in the order of asking; hidden, computed and scores last. */
    List<Named> variables() {
        return variables;
    }

    Optional<Named> variable(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All texts of the questionnaire. */
    List<Wording> texts() {
        return texts;
    }

    Order order() {
        return order;
    }
}
