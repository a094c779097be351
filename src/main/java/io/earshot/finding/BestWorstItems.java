package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.market.BestWorst;
import java.util.List;

/**
 * What was picked as best and as worst (MaxDiff).
 *
 * @param base  responses with one complete set or more
 * @param items in the questionnaire's order, which is that of the statistic's numbers
 */
@JsonTypeName("max-diff")
public record BestWorstItems(
        String question, String label, Base base, List<Subject.Code> items, Outcome<BestWorst> bestWorst)
        implements ModuleFinding {
    public BestWorstItems {
        requireNonNull(question, "question");
        requireNonNull(label, "label");
        requireNonNull(base, "base");
        requireNonNull(bestWorst, "bestWorst");
        items = List.copyOf(items);
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.bestWorst(this);
    }
}
