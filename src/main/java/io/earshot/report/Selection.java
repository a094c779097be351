package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All things of a kind, or those named.
 *
 * @param names in the order wanted; empty if all are
 */
public record Selection(boolean all, List<String> names) {
    private static final String ALL = "all";

    public Selection {
        names = List.copyOf(names);
        if (all == !names.isEmpty()) {
            throw new IllegalArgumentException("a selection is all, or one name or more: " + names);
        }
    }

    @JsonCreator
    static Selection fromJson(Object json) {
        if (ALL.equals(json)) {
            return new Selection(true, List.of());
        }
        if (json instanceof List<?> names) {
            return new Selection(false, names.stream().map(String::valueOf).toList());
        }
        throw new IllegalArgumentException("a selection is \"all\" or a list of names: " + json);
    }

    @JsonValue
    Object toJson() {
        return all ? ALL : names;
    }

    /** The names wanted, of those that there are. */
    List<String> of(Collection<String> available) {
        return all ? List.copyOf(available) : names;
    }

    /**
     * A fault for each name that there is not.
     *
     * @param member the selection's place in its section, such as {@code /variables}
     * @param what   what is selected, such as {@code variable}
     */
    List<Fault> check(String member, String what, Collection<String> available) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!available.contains(names.get(i))) {
                faults.add(unknown(member + "/" + i, what, names.get(i), available));
            }
        }
        return faults;
    }

    static Fault unknown(String pointer, String what, String name, Collection<String> available) {
        String known = available.isEmpty() ? "it has none" : "it has " + String.join(", ", available);
        return new Fault(
                pointer, "unknown-" + what, "The questionnaire has no " + what + " " + name + "; " + known + ".");
    }
}
