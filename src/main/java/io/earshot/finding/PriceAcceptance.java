package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.market.PriceCurves;
import io.earshot.statistics.market.PriceSensitivity;
import java.util.List;

/**
 * Van Westendorp's price sensitivity meter.
 *
 * @param questions too cheap, cheap, expensive, too expensive
 * @param base      answers in which the four prices rise
 * @param unit      of the prices, such as {@code EUR}; empty if the questions tell none
 */
@JsonTypeName("price-sensitivity")
public record PriceAcceptance(
        List<Subject> questions, Base base, String unit, PriceSensitivity points, PriceCurves curves)
        implements ModuleFinding {
    public PriceAcceptance {
        requireNonNull(base, "base");
        requireNonNull(unit, "unit");
        requireNonNull(points, "points");
        requireNonNull(curves, "curves");
        questions = List.copyOf(questions);
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.prices(this);
    }
}
