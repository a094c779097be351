package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.VariableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What names stood for in all published versions of a questionnaire. */
public final class EarlierNames {
    /** Nothing was published yet. */
    public static final EarlierNames NONE = new EarlierNames(Map.of());

    private final Map<String, Use> uses;

    /**
     * What a name stood for.
     *
     * @param role    such as {@code a question of type nps}
     * @param version the latest version that had it
     */
    record Use(String role, int version) {}

    private EarlierNames(Map<String, Use> uses) {
        this.uses = uses;
    }

    /** These names and those of a later version. */
    public EarlierNames and(JsonNode published, int version) {
        Map<String, Use> all = new HashMap<>(uses);
        Instrument instrument = new Instrument(published);
        instrument.elements().stream()
                .filter(element -> element.kind() != Kind.STATEMENT)
                .forEach(element -> all.put(VariableName.key(element.name()), new Use(element.role(), version)));
        instrument
                .variables()
                .forEach(variable -> all.put(VariableName.key(variable.name()), new Use(variable.role(), version)));
        return new EarlierNames(all);
    }

    /** How many names there are. */
    public int size() {
        return uses.size();
    }

    Optional<Use> use(String name) {
        return Optional.ofNullable(uses.get(VariableName.key(name)));
    }
}
