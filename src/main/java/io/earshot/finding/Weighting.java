package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.weighting.WeightDiagnostics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The weights that a report counts by, and what they cost in precision.
 *
 * @param method      variable, design or raking
 * @param source      the variable or attribute that weights were taken from; empty if there is none
 * @param withoutWeight responses left out because they have no weight
 * @param cap         the largest weight allowed, in means; empty if none
 * @param iterations  passes over the margins; 0 without raking
 * @param largestMiss the largest distance of a weighted share from its target, in [0, 1]; empty without raking
 * @param quantiles   of the weights, type 7
 * @param histogram   of the weights divided by their mean
 */
public record Weighting(
        String method,
        String source,
        long withoutWeight,
        OptionalDouble cap,
        int iterations,
        OptionalDouble largestMiss,
        List<Target> targets,
        WeightDiagnostics diagnostics,
        List<Quantile> quantiles,
        List<Bin> histogram)
        implements Finding {
    public Weighting {
        requireNonNull(method, "method");
        requireNonNull(diagnostics, "diagnostics");
        targets = List.copyOf(targets);
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
    }

    /**
     * One code of a margin.
     *
     * @param target     its share in the population, in [0, 1]
     * @param unweighted its share among responses
     * @param weighted   its share by weight
     */
    public record Target(
            String variable,
            String question,
            String code,
            String label,
            double target,
            long n,
            double unweighted,
            double weighted) {}

    public record Quantile(double p, double weight) {}

    /** Weights from {@code from} on, up to and not including {@code to}; without end if that is empty. */
    public record Bin(double from, OptionalDouble to, long count) {}

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.weighting(this);
    }
}
