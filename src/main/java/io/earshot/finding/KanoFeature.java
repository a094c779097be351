package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.market.Kano;

/**
 * What a feature is to those asked, by Kano's table.
 *
 * @param feature    what stands between {@code kano_} and {@code _functional}
 * @param functional the question how one feels if the feature is there
 */
@JsonTypeName("kano")
public record KanoFeature(String feature, Base base, Subject functional, Subject dysfunctional, Outcome<Kano> kano)
        implements ModuleFinding {
    public KanoFeature {
        requireNonNull(feature, "feature");
        requireNonNull(base, "base");
        requireNonNull(functional, "functional");
        requireNonNull(dysfunctional, "dysfunctional");
        requireNonNull(kano, "kano");
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.kano(this);
    }
}
