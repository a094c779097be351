package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Adjustment;
import java.util.List;
import java.util.Optional;

/**
 * What a report's numbers rest on beyond the questionnaire: found first, so that a reader knows.
 *
 * @param versions    of the questionnaire that were read, in order
 * @param filter      JsonLogic as text; empty if there is none
 * @param read        responses before the filter
 * @param filteredOut responses that the filter left out, of those that were left before it
 * @param weights     none, variable, design or raking
 * @param adjustment  of p-values within a line and block of a banner
 * @param minimumBase columns of a smaller base are flagged and not compared
 * @param shownFrom   of columns of a smaller base nothing is told but the base
 * @param banner      what each block of the banner tells apart
 * @param careless    those that were left out first for their signs of carelessness; empty if none were to be
 * @param smallest    how many people a group must have before anything is told about it; 1 if all is told
 */
public record Basis(
        List<Integer> versions,
        String filter,
        long read,
        long filteredOut,
        String weights,
        Adjustment adjustment,
        long minimumBase,
        long shownFrom,
        List<String> banner,
        Optional<Careless> careless,
        int smallest)
        implements Finding {
    public Basis {
        requireNonNull(filter, "filter");
        requireNonNull(weights, "weights");
        versions = List.copyOf(versions);
        banner = List.copyOf(banner);
    }

    /**
     * Responses that were left out for signs of carelessness.
     *
     * @param leftOut  each counted once
     * @param signs    how many had each; one may have several
     * @param unjudged responses that nobody has looked at, such as partial ones, and were not left out
     */
    public record Careless(long leftOut, List<Sign> signs, long unjudged) {
        public Careless {
            signs = List.copyOf(signs);
        }

        /** @param flag speeder, straight_lining, attention, duplicate, bot, nonsense or clock */
        public record Sign(String flag, long count) {}
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.basis(this);
    }
}
