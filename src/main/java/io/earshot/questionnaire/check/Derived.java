package io.earshot.questionnaire.check;

import io.earshot.questionnaire.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What computed variables and scores are made of. */
final class Derived {
    private final Map<String, Set<String>> directly = new LinkedHashMap<>();
    private final Map<String, Set<String>> asked = new HashMap<>();
    private final Instrument instrument;

    Derived(Instrument instrument) {
        this.instrument = instrument;
        instrument.variables().stream()
                .filter(Named::isComputed)
                .forEach(variable -> directly.putIfAbsent(variable.name(), names(variable.place())));
    }

    private static Set<String> names(Place place) {
        if (place.has("compute")) {
            Place compute = place.at("compute");
            return Logic.isTooLong(compute) ? Set.of() : new Condition(compute.json()).names();
        }
        Set<String> names = new LinkedHashSet<>();
        place.each("items").forEach(item -> names.add(item(item)));
        return names;
    }

    /** The variable that an item of a score names, plainly or in an object. */
    static String item(Place item) {
        return item.json().isObject() ? item.word("variable") : item.json().asText();
    }

    /** Answers that the computed variable or score looks at, itself or through others. */
    Set<String> asked(String name) {
        Set<String> known = asked.get(name);
        if (known != null) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (!seen.add(next)) {
                continue;
            }
            Optional<Named> variable = instrument.variable(next);
            if (variable.filter(Named::isComputed).isPresent()) {
                open.addAll(directly.getOrDefault(next, Set.of()));
            } else if (variable.filter(it -> it.asked() != null).isPresent()) {
                found.add(next);
            }
        }
        asked.put(name, found);
        return found;
    }

    /**
     * Rings of variables that look at each other, each once: the names in the order of looking, the first again at the end.
     * Takes time in proportion to the number of variables and looks.
     */
    List<List<String>> rings() {
        List<List<String>> rings = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (String start : directly.keySet()) {
            follow(start, done, rings);
        }
        return rings;
    }

    /** Depth first with a stack of our own, since a chain may be long. */
    private void follow(String start, Set<String> done, List<List<String>> rings) {
        if (done.contains(start)) {
            return;
        }
        Map<String, List<String>> path = new LinkedHashMap<>();
        List<String> stack = new ArrayList<>(List.of(start));
        path.put(start, next(start));
        while (!stack.isEmpty()) {
            String at = stack.get(stack.size() - 1);
            List<String> left = path.getOrDefault(at, new ArrayList<>());
            if (left.isEmpty()) {
                stack.remove(stack.size() - 1);
                path.remove(at);
                done.add(at);
                continue;
            }
            String next = left.remove(left.size() - 1);
            if (path.containsKey(next)) {
                List<String> ring = new ArrayList<>(stack.subList(stack.indexOf(next), stack.size()));
                ring.add(next);
                rings.add(ring);
            } else if (!done.contains(next)) {
                stack.add(next);
                path.put(next, next(next));
            }
        }
    }

    private List<String> next(String name) {
        return new ArrayList<>(directly.getOrDefault(name, Set.of()).stream()
                .filter(directly::containsKey)
                .toList());
    }
}
