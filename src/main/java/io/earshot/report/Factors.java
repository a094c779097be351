package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.FactorStructure;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.WeightedCoMoments;
import io.earshot.statistics.scale.FactorAnalysis;
import io.earshot.statistics.scale.Factorability;
import io.earshot.statistics.scale.OmegaTotal;
import io.earshot.statistics.scale.PrincipalComponents;
import io.earshot.statistics.scale.Reliability;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what stands behind the items of scales.
 *
 * @param scale empty for several together
 */
record Factors(Answers answers, String scale, String label, List<Likert> scales) {
    FactorStructure found() {
        List<CodedColumn> items = scales.stream()
                .flatMap(likert -> likert.variables().stream())
                .map(Variable::name)
                .map(name -> answers.data().column(name, CodedColumn.class))
                .toList();
        CoMoments moments = moments(items, answers.weights());
        Outcome<List<Double>> eigenvalues =
                PrincipalComponents.ofCorrelations(moments).map(PrincipalComponents::eigenvalues);
        int factors = Math.max(1, (int) eigenvalues.toOptional().orElse(List.of()).stream()
                .filter(value -> value > 1)
                .count());
        return new FactorStructure(
                scale,
                label,
                items.stream().map(item -> answers.subject(item.name())).toList(),
                scales.stream().flatMap(likert -> reversed(likert).stream()).toList(),
                answers.base(items),
                Factorability.of(moments),
                eigenvalues,
                factors,
                FactorAnalysis.of(moments, factors),
                scales.size() == 1
                        ? OmegaTotal.of(turned(items))
                        : Outcome.undefined(Reason.TOO_MANY_VARIABLES, "%d scales have no one sum", scales.size()));
    }

    /** Omega is of a sum, to which an item that points the other way is added turned round. */
    private CoMoments turned(List<CodedColumn> items) {
        Set<String> others = Set.copyOf(reversed(scales.get(0)));
        if (others.isEmpty()) {
            return moments(items, answers.weights());
        }
        return answers.weights()
                .map(weights -> WeightedCoMoments.of(Reliability.turned(items, others), weights)
                        .atEffectiveBase())
                .orElseGet(() -> Reliability.moments(items, others));
    }

    /** The rows that point the other way, by variable. */
    static List<String> reversed(Likert likert) {
        return likert.rows().stream()
                .filter(Likert.Row::reversed)
                .map(Likert.Row::name)
                .toList();
    }

    /** Of correlations by weight, at the effective base, if there are weights. */
    private static CoMoments moments(List<CodedColumn> items, Optional<double[]> weights) {
        if (weights.isEmpty()) {
            return CoMoments.of(items);
        }
        double[][] rows = new double[weights.orElseThrow().length][items.size()];
        for (int row = 0; row < rows.length; row++) {
            Watch.look(row);
            for (int item = 0; item < items.size(); item++) {
                rows[row][item] = items.get(item).score(row);
            }
        }
        return WeightedCoMoments.of(rows, weights.orElseThrow()).atEffectiveBase();
    }
}
