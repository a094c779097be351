package io.earshot.statistics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.Columns;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final SurveyDesign LONELY = SurveyDesign.of(1, 2, 3, 1, 2).withStrata(1, 1, 2, 2, 3);
    private static final double[] VALUES = {4, 6, 1, 3, 9};

    @Test
    void aLonelyUnitCountsByTheRuleChosen() {
        // R: options(survey.lonely.psu = "adjust" / "average" / "certainty"); svymean
        assertThat(error(LONELY)).isCloseTo(1.46846130382215, within(1e-12));
        assertThat(error(LONELY.withLonely(LonelyUnit.AVERAGE))).isCloseTo(1.30280552674300, within(1e-12));
        assertThat(error(LONELY.withLonely(LonelyUnit.CERTAINTY))).isCloseTo(1.06373625819941, within(1e-12));
    }

    @Test
    void weightsOfOneGiveTheUnweightedMean() {
        SurveyMean mean =
                SurveyMean.of(SurveyDesign.of(1, 1, 1, 1, 1), VALUES, 0.95).orElseThrow();

        assertThat(mean.mean()).isCloseTo(4.6, within(1e-12));
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(9.3 / 5), within(1e-12));
        assertThat(mean.nEffective()).isCloseTo(5, within(1e-12));
    }

    @Test
    void oneRespondentHasAMeanButNoInterval() {
        SurveyMean mean =
                SurveyMean.of(SurveyDesign.of(2), new double[] {7}, 0.95).orElseThrow();

        assertThat(mean.mean()).isEqualTo(7);
        assertThat(reason(mean.interval())).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(mean.designEffect())).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void nobodyOfWeightHasNoMean() {
        assertThat(reason(SurveyMean.of(SurveyDesign.of(0, 0), new double[] {1, 2}, 0.95)))
                .isEqualTo(Reason.NO_WEIGHT);
    }

    @Test
    void aShareOfEverybodyHasNoLogitInterval() {
        SurveyProportion all = SurveyProportion.of(SurveyDesign.of(1, 2, 3), new double[] {1, 1, 1}, 0.95)
                .orElseThrow();

        assertThat(all.mean().mean()).isEqualTo(1);
        assertThat(reason(all.logit())).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(all.likelihood())).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void moreUnitsDrawnThanThereAreIsRefused() {
        assertThatThrownBy(() -> SurveyDesign.of(1, 1, 1).withPopulation(2, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 units");
    }

    @Test
    void aClusterInTwoStrataIsRefused() {
        assertThatThrownBy(() -> SurveyDesign.of(1, 1).withStrata(1, 2).withClusters(5, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsWithoutPeopleAreNotTested() {
        WeightedColumns columns = WeightedColumns.of(
                Columns.coded("r", List.of("n", "y"), "n", "y", "y", "n"),
                Columns.coded("c", List.of("a", "b", "c"), "a", "a", "b", "b"),
                new double[] {1, 2, 1, 0});

        assertThat(columns.columns().get(1).n()).isEqualTo(1);
        assertThat(columns.rows().get(0).pairs()).hasSize(3);
        assertThat(reason(columns.rows().get(0).pairs().get(1).effective())).isEqualTo(Reason.NO_WEIGHT);
    }

    @Test
    void aDifferenceNeedsTwoGroups() {
        assertThat(reason(SurveyDifference.ofMeans(
                        SurveyDesign.of(1, 1, 1),
                        new double[] {1, 2, 3},
                        Columns.coded("g", List.of("a", "b"), "a", "a", "a"),
                        0.95)))
                .isEqualTo(Reason.TOO_FEW_CATEGORIES);
    }

    private static double error(SurveyDesign design) {
        return SurveyMean.of(design, VALUES, 0.95).orElseThrow().standardError();
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.cases(
                value -> {
                    throw new AssertionError("defined: " + value);
                },
                Outcome.Undefined::reason);
    }
}
