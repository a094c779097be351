package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a finding's figures rest on.
 *
 * @param n          responses, each counted once
 * @param weighted   the sum of their weights; n where weights don't count
 * @param nEffective how many unweighted responses would be as precise, (Σw)² / Σw²; n where weights don't count
 * @param minimum    below which a base is small, by the report's definition
 */
public record Base(long n, double weighted, double nEffective, long minimum, Counting counting) {
    public Base {
        requireNonNull(counting, "counting");
    }

    /** Each response counts once. */
    public static Base of(long n, long minimum, Counting counting) {
        return new Base(n, n, n, minimum, counting);
    }

    /** Whether so few answered that the figures say little. */
    @JsonProperty
    public boolean low() {
        return nEffective < minimum;
    }

    /** Why weights don't count though the report has some, as a sentence; absent otherwise. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public String because() {
        return counting.because();
    }
}
