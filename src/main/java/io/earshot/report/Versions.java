package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Versions of a questionnaire that are read together.
 *
 * @param all     every published version up to the one asked for
 * @param numbers in ascending order; empty if all are wanted
 */
public record Versions(boolean all, List<Integer> numbers) {
    private static final String ALL = "all";

    public Versions {
        numbers = numbers.stream().sorted().distinct().toList();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Versions fromJson(Object json) {
        if (ALL.equals(json)) {
            return new Versions(true, List.of());
        }
        if (json instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance)) {
            return new Versions(false, list.stream().map(Integer.class::cast).toList());
        }
        throw new IllegalArgumentException("versions are \"all\" or a list of numbers: " + json);
    }

    @JsonValue
    Object toJson() {
        return all ? ALL : numbers;
    }

    /** The versions wanted where {@code latest} is the one asked for. */
    List<Integer> upTo(int latest) {
        return all ? java.util.stream.IntStream.rangeClosed(1, latest).boxed().toList() : numbers;
    }
}
