package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Subject;
import io.earshot.finding.Weighting;
import io.earshot.problem.Problem;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Quantiles;
import io.earshot.statistics.weighting.CappedRaking;
import io.earshot.statistics.weighting.Margin;
import io.earshot.statistics.weighting.Raking;
import io.earshot.statistics.weighting.WeightDiagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gives every response its weight. */
final class Weigher {
    private static final double[] POINTS = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};
    private static final double[] EDGES = {0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10, Double.POSITIVE_INFINITY};

    private final Extract extract;
    private final Function<String, Subject> subjects;

    Weigher(Extract extract, Function<String, Subject> subjects) {
        this.extract = extract;
        this.subjects = subjects;
    }

    /** What a plan's weights start from: NaN for a response without one. */
    double[] base(WeightPlan plan) {
        if (plan instanceof WeightPlan.Raked raked) {
            double[] equal = new double[extract.rows()];
            Arrays.fill(equal, 1);
            WeightPlan base = raked.base();
            return base == null ? equal : base(base);
        }
        double[] numbers = number(source(plan)).scores();
        for (int row = 0; row < numbers.length; row++) {
            Watch.look(row);
            if (plan instanceof WeightPlan.Design) {
                boolean probability = numbers[row] > 0 && numbers[row] <= 1;
                numbers[row] = probability ? 1 / numbers[row] : Double.NaN;
            } else if (numbers[row] < 0) {
                throw refused("The weight %s of response %d is below 0; weights are 0 or more.", numbers[row], row + 1);
            }
        }
        return numbers;
    }

    static String source(WeightPlan plan) {
        if (plan instanceof WeightPlan.Given given) {
            return given.variable();
        }
        if (plan instanceof WeightPlan.Raked raked) {
            WeightPlan base = raked.base();
            return base == null ? "" : source(base);
        }
        return WeightPlan.PROBABILITY;
    }

    static String method(WeightPlan plan) {
        if (plan instanceof WeightPlan.Given) {
            return "variable";
        }
        return plan instanceof WeightPlan.Raked ? "raking" : "design";
    }

    /** Weights with what is to be known of them. */
    record Weighed(double[] weights, Weighting finding) {}

    /**
     * @param base          weights of all rows, none missing
     * @param withoutWeight responses that were left out for having none
     */
    Weighed weigh(WeightPlan plan, double[] base, long withoutWeight) {
        if (plan instanceof WeightPlan.Raked raked) {
            return raked(raked, base, withoutWeight);
        }
        return new Weighed(
                base, finding(plan, base, withoutWeight, OptionalDouble.empty(), 0, OptionalDouble.empty(), List.of()));
    }

    private Weighed raked(WeightPlan.Raked plan, double[] base, long withoutWeight) {
        List<Margin> margins = plan.margins().stream()
                .map(target ->
                        new Margin(extract.answers().column(target.variable(), CodedColumn.class), target.targets()))
                .toList();
        Double cap = plan.cap();
        if (cap == null) {
            Raking raking = required(Raking.of(margins, base, base.length));
            return new Weighed(
                    raking.weights(),
                    finding(
                            plan,
                            raking.weights(),
                            withoutWeight,
                            OptionalDouble.empty(),
                            raking.iterations(),
                            OptionalDouble.of(0),
                            targets(margins, raking.achieved())));
        }
        CappedRaking raking = required(CappedRaking.of(margins, base, cap));
        return new Weighed(
                raking.weights(),
                finding(
                        plan,
                        raking.weights(),
                        withoutWeight,
                        OptionalDouble.of(cap),
                        raking.iterations(),
                        OptionalDouble.of(raking.largestMiss()),
                        targets(margins, raking.achieved())));
    }

    private List<Weighting.Target> targets(List<Margin> margins, List<Map<String, Double>> achieved) {
        List<Weighting.Target> targets = new ArrayList<>();
        for (int i = 0; i < margins.size(); i++) {
            Margin margin = margins.get(i);
            Subject subject = subjects.apply(margin.column().name());
            double whole = margin.targets().values().stream()
                    .mapToDouble(target -> target)
                    .sum();
            Map<String, Double> weighted = achieved.get(i);
            Frequencies.of(margin.column(), 0.95).rows().stream()
                    .filter(row -> margin.targets().containsKey(row.code()))
                    .map(row -> new Weighting.Target(
                            subject.variable(),
                            subject.label(),
                            row.code(),
                            subject.label(row.code()),
                            margin.targets().getOrDefault(row.code(), 0.0) / whole,
                            row.count(),
                            row.share()
                                    .map(share -> share.estimate())
                                    .toOptional()
                                    .orElse(0.0),
                            weighted.getOrDefault(row.code(), 0.0)))
                    .forEach(targets::add);
        }
        return targets;
    }

    private static Weighting finding(
            WeightPlan plan,
            double[] weights,
            long withoutWeight,
            OptionalDouble cap,
            int iterations,
            OptionalDouble miss,
            List<Weighting.Target> targets) {
        WeightDiagnostics diagnostics = required(WeightDiagnostics.of(weights));
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double[] quantiles = Quantiles.LINEAR.of(sorted, POINTS);
        List<Weighting.Quantile> points = new ArrayList<>();
        for (int i = 0; i < POINTS.length; i++) {
            points.add(new Weighting.Quantile(POINTS[i], quantiles[i]));
        }
        List<Weighting.Bin> bins = new ArrayList<>();
        for (int i = 1; i < EDGES.length; i++) {
            double from = EDGES[i - 1];
            double to = EDGES[i];
            long count = Arrays.stream(weights)
                    .map(weight -> weight / diagnostics.mean())
                    .filter(weight -> weight >= from && weight < to)
                    .count();
            bins.add(new Weighting.Bin(
                    from, Double.isInfinite(to) ? OptionalDouble.empty() : OptionalDouble.of(to), count));
        }
        return new Weighting(
                method(plan), source(plan), withoutWeight, cap, iterations, miss, targets, diagnostics, points, bins);
    }

    private ScoredColumn number(String name) {
        Optional<Column> found = Stream.concat(extract.answers().columns().stream(), extract.attributes().stream())
                .filter(column -> column.name().equals(name))
                .findFirst();
        Column column = found.orElseThrow(() -> refused(
                "No response has %s, so there are no weights to count by; collect it, or leave weights out of the report.",
                name));
        if (column instanceof ScoredColumn scored) {
            return scored;
        }
        throw refused("%s holds no numbers in these responses, so it can't be a weight.", name);
    }

    private static <T> T required(Outcome<T> outcome) {
        return outcome.cases(value -> value, undefined -> {
            throw refused("The weights can't be made: %s.", undefined.sentence());
        });
    }

    private static Problem refused(String sentence, Object... arguments) {
        return Problem.of(422, "no-weights", "The report can't be weighted", sentence.formatted(arguments));
    }
}
