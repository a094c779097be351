package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Adjustment;
import java.util.List;

/**
 * What a report's numbers rest on beyond the questionnaire: found first, so that a reader knows.
 *
 * @param versions    of the questionnaire that were read, in order
 * @param filter      JsonLogic as text; empty if there is none
 * @param read        responses before the filter
 * @param filteredOut responses that the filter left out
 * @param weights     none, variable, design or raking
 * @param adjustment  of p-values within a line and block of a banner
 * @param minimumBase columns of a smaller base are flagged and not compared
 * @param banner      what each block of the banner tells apart
 */
public record Basis(
        List<Integer> versions,
        String filter,
        long read,
        long filteredOut,
        String weights,
        Adjustment adjustment,
        long minimumBase,
        List<String> banner)
        implements Finding {
    public Basis {
        requireNonNull(filter, "filter");
        requireNonNull(weights, "weights");
        versions = List.copyOf(versions);
        banner = List.copyOf(banner);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.basis(this);
    }
}
