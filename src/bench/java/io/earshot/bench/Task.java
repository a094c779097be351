package io.earshot.bench;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Crosstab;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.correlation.CorrelationMatrix;
import io.earshot.statistics.regression.KeyDrivers;
import io.earshot.statistics.scale.CronbachAlpha;
import io.earshot.statistics.scale.FactorAnalysis;
import io.earshot.statistics.scale.PairwiseAlpha;
import io.earshot.statistics.table.ColumnProportions;
import io.earshot.statistics.table.CountTable;
import io.earshot.statistics.weighting.Margin;
import io.earshot.statistics.weighting.Raking;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is timed. Each gives a number by which to see that R did the same. */
public enum Task {
    /** All frequencies with intervals; the sum of the intervals' upper ends. */
    FREQUENCIES(0.15) {
        @Override
        double run(Survey survey) {
            return Frequencies.of(survey.items(), CONFIDENCE).stream()
                    .flatMap(table -> table.rows().stream())
                    .mapToDouble(row -> row.share().orElseThrow().high())
                    .sum();
        }
    },
    /** 25 by 10 tables, each with test and letters; the sum of chi-squares. */
    CROSSTABS(0.5) {
        @Override
        double run(Survey survey) {
            return Crosstab.of(survey.items(), survey.banners()).stream()
                    .flatMap(List::stream)
                    .parallel()
                    .mapToDouble(Task::tested)
                    .sum();
        }
    },
    /** Correlation matrix, alpha, factor analysis with five factors; alpha. */
    CORRELATIONS(0.6) {
        @Override
        double run(Survey survey) {
            List<String> names = survey.items().stream().map(CodedColumn::name).toList();
            CoMoments moments = CoMoments.of(survey.items());
            CorrelationMatrix.listwise(names, moments).r().get(1).get(0).orElseThrow();
            FactorAnalysis.of(moments, 5).orElseThrow();
            CronbachAlpha.of(moments, CONFIDENCE).alpha().orElseThrow();
            return PairwiseAlpha.of(survey.items()).alpha().orElseThrow();
        }
    },
    /** Johnson's relative weights of ten drivers, and LMG; R². */
    RELATIVE_WEIGHTS(0.5) {
        @Override
        double run(Survey survey) {
            return KeyDrivers.of(survey.outcome(), survey.items().subList(0, 10)).orElseThrow().drivers().stream()
                    .mapToDouble(KeyDrivers.Driver::relativeWeight)
                    .sum();
        }
    },
    /** Weights raked to four margins; the sum of their squares. */
    RAKING(1) {
        @Override
        double run(Survey survey) {
            double[] base = new double[survey.outcome().rows()];
            Arrays.fill(base, 1);
            List<Margin> margins =
                    survey.banners().subList(0, 4).stream().map(Task::target).toList();
            return Arrays.stream(Raking.of(margins, base).orElseThrow().weights())
                    .map(weight -> weight * weight)
                    .sum();
        }
    };

    private static final double CONFIDENCE = 0.95;

    /** Seconds that it may take. */
    final double limit;

    Task(double limit) {
        this.limit = limit;
    }

    abstract double run(Survey survey);

    private static double tested(Crosstab table) {
        ColumnProportions.of(CountTable.of(table.countsByRow()), 0.05, Adjustment.BONFERRONI, 30);
        return table.test().orElseThrow().chiSquare();
    }

    /** Each category's share proportional to 10, 11, 12 and so on. */
    private static Margin target(CodedColumn column) {
        Map<String, Double> targets = new LinkedHashMap<>();
        for (String code : column.codes()) {
            targets.put(code, 10.0 + targets.size());
        }
        return new Margin(column, targets);
    }
}
