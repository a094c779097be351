package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.scale.Reliability;
import java.util.List;

/**
 * How well the items of one scale hang together.
 *
 * @param scale the name of the question that asks the items
 * @param items in the questionnaire's order
 */
public record ScaleReliability(
        String scale, String label, List<Subject> items, Base base, Outcome<Reliability> reliability)
        implements Finding {
    public ScaleReliability {
        requireNonNull(scale, "scale");
        requireNonNull(label, "label");
        requireNonNull(base, "base");
        requireNonNull(reliability, "reliability");
        items = List.copyOf(items);
    }

    /**
     * The items that go against the scale, by variable: each goes down where the others go up, after those that are reversed
     * were turned round. Such an item was not marked as reversed, or is understood otherwise than meant.
     */
    @JsonProperty
    public List<String> negative() {
        return reliability.toOptional().stream()
                .flatMap(found -> found.items().stream())
                .filter(item -> item.itemRestCorrelation().toOptional().orElse(0.0) < 0)
                .map(Reliability.Item::variable)
                .toList();
    }

    /** @throws IllegalArgumentException if the scale has no such item */
    public Subject item(String variable) {
        return items.stream()
                .filter(item -> item.variable().equals(variable))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(scale + " has no item " + variable));
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.reliability(this);
    }
}
