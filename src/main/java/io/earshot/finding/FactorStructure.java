package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.scale.FactorAnalysis;
import io.earshot.statistics.scale.Factorability;
import io.earshot.statistics.scale.OmegaTotal;
import java.util.List;

/**
 * What stands behind the items of a scale, or of several scales together. Items are taken as they were answered, so that one
 * that points the other way loads with the other sign.
 *
 * @param scale         the name of the question that asks the items; empty for all scales together
 * @param reversed      the items that point the other way, by variable
 * @param base          responses to all items
 * @param factorability KMO and Bartlett's test
 * @param eigenvalues   of the correlations, falling
 * @param factors       as many as eigenvalues above 1 (Kaiser), at least 1
 * @param analysis      by maximum likelihood, varimax
 * @param omega         McDonald's, of one scale with its reversed items turned round; undefined for several
 */
@JsonTypeName("factors")
public record FactorStructure(
        String scale,
        String label,
        List<Subject> items,
        List<String> reversed,
        Base base,
        Outcome<Factorability> factorability,
        Outcome<List<Double>> eigenvalues,
        int factors,
        Outcome<FactorAnalysis> analysis,
        Outcome<OmegaTotal> omega)
        implements ModuleFinding {
    public FactorStructure {
        requireNonNull(scale, "scale");
        requireNonNull(label, "label");
        requireNonNull(base, "base");
        requireNonNull(factorability, "factorability");
        requireNonNull(eigenvalues, "eigenvalues");
        requireNonNull(analysis, "analysis");
        requireNonNull(omega, "omega");
        items = List.copyOf(items);
        reversed = List.copyOf(reversed);
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.factors(this);
    }
}
