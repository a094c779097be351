package io.earshot.questionnaire.check;

import io.earshot.questionnaire.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Computed variables are computed one after the other, and none waits for itself. */
final class CycleRule implements Rule {
    private static final int SHOWN = 20;

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        List<List<String>> rings = new Derived(instrument).rings();
        for (List<String> ring : rings) {
            Place place = instrument.variable(ring.get(0)).orElseThrow().place();
            findings.accept(Finding.error(
                    "cycle",
                    place.at(place.has("compute") ? "compute" : "items").pointer(),
                    "To know " + ring.get(0) + " one has to know " + ring.get(0) + " (" + path(ring)
                            + "); take one of them out of the ring."));
        }
        if (rings.isEmpty()) {
            forwards(instrument, findings);
        }
    }

    private static void forwards(Instrument instrument, Consumer<Finding> findings) {
        List<Place> computed = instrument.whole().each("computed").toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < computed.size(); i++) {
            places.putIfAbsent(computed.get(i).word("name"), i);
        }
        for (int i = 0; i < computed.size(); i++) {
            Place compute = computed.get(i).at("compute");
            if (Logic.isTooLong(compute)) {
                continue;
            }
            for (String name : new Condition(compute.json()).names()) {
                if (places.getOrDefault(name, -1) > i) {
                    findings.accept(Finding.error(
                            "computed-later",
                            compute.pointer(),
                            "This looks at " + name + ", which is computed after it; move " + name + " before it."));
                }
            }
        }
    }

    private static String path(List<String> ring) {
        return ring.size() <= SHOWN
                ? String.join(" → ", ring)
                : String.join(" → ", ring.subList(0, SHOWN)) + " → … → " + ring.get(ring.size() - 1);
    }
}
