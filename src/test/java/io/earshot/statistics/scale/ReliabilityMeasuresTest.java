package io.earshot.statistics.scale;

import static io.earshot.dataset.Columns.coded;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Near;
import io.earshot.statistics.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alpha, omega, split half, intraclass correlation and kappa where data are hard. */
class ReliabilityMeasuresTest {
    private static final double MISSING = Double.NaN;
    private static final double[][] FIVE = {{1, 2, 5}, {2, 2, 3}, {3, 3, 4}, {4, 5, 1}, {5, 4, 2}};

    /** R: psych::alpha(data.frame(a = 1:5, b = c(2, 2, 3, 5, 4), c = c(5, 3, 4, 1, 2)))$total. */
    @Test
    void anItemThatPointsTheOtherWayTurnsAlphaNegative() {
        CronbachAlpha alpha = alpha(FIVE);

        assertThat(alpha.alpha().orElseThrow().estimate()).isCloseTo(-2.222222222222222, Near.to(2));
        assertThat(alpha.standardised().orElseThrow()).isCloseTo(-1.714285714285714, Near.to(1));
        assertThat(alpha.lambda6().orElseThrow()).isCloseTo(0.4906924173178034, Near.to(0.4));
        assertThat(alpha.items().get(2).itemRestCorrelation().orElseThrow()).isNegative();
        assertThat(alpha.items().get(2).alphaIfDropped().orElseThrow()).isCloseTo(0.9090909090909092, Near.to(0.9));
    }

    @Test
    void turnedRoundItPointsTheSameWay() {
        CronbachAlpha alpha = alpha(Reversal.of(FIVE, Set.of(2), 6));

        assertThat(alpha.alpha().orElseThrow().estimate()).isGreaterThan(0.9);
    }

    @Test
    void twoItemsHaveNoAlphaWithOneDropped() {
        CronbachAlpha alpha = alpha(new double[][] {{1, 2}, {2, 4}, {3, 3}});

        assertThat(alpha.alpha().isDefined()).isTrue();
        assertThat(reason(alpha.items().get(0).alphaIfDropped())).isEqualTo(Reason.TOO_FEW_VARIABLES);
    }

    @Test
    void aConstantItemLeavesOnlyWhatNeedsNoCorrelationOfIt() {
        CronbachAlpha alpha = alpha(new double[][] {{1, 2, 4}, {2, 4, 4}, {3, 3, 4}});

        assertThat(alpha.alpha().orElseThrow().estimate()).isCloseTo(0.5, Near.to(0.5));
        assertThat(PairwiseAlpha.of(new double[][] {{1, 2, 4}, {2, 4, 4}, {3, 3, 4}})
                        .alpha()
                        .orElseThrow())
                .isCloseTo(2 / 3.0, Near.to(0.6));
        assertThat(reason(alpha.standardised())).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(alpha.items().get(2).itemTotalCorrelation())).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void oneRespondentAndNoneHaveNoAlpha() {
        CronbachAlpha one = alpha(new double[][] {{1, 2, 3}, {1, MISSING, 3}});

        assertThat(one.n()).isEqualTo(1);
        assertThat(one.excluded()).isEqualTo(1);
        assertThat(reason(one.alpha())).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(one.items().get(1).mean().orElseThrow()).isEqualTo(2);
        assertThat(reason(alpha(new double[0][0]).alpha())).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void halvesThatDoNotVaryHaveNoReliability() {
        SplitHalf half = SplitHalf.of(new double[][] {{1, 2}, {2, 1}, {3, 0}}, new double[][] {{1}, {2}, {3}});

        assertThat(reason(half.r())).isEqualTo(Reason.NO_VARIATION);
        assertThat(half.guttman().orElseThrow()).isZero();
        assertThat(SplitHalf.of(new double[][] {{1}}, new double[][] {{2}}).n()).isEqualTo(1);
    }

    @Test
    void omegaNeedsThreeItemsThatAreNoSumsOfEachOther() {
        double[][] sums = {{1, 2, 3}, {2, 2, 4}, {3, 5, 8}, {4, 1, 5}};

        assertThat(reason(OmegaTotal.of(CoMoments.of(new double[][] {{1, 2}, {2, 1}}))))
                .isEqualTo(Reason.TOO_FEW_VARIABLES);
        assertThat(reason(OmegaTotal.of(CoMoments.of(sums)))).isEqualTo(Reason.SINGULAR);
        assertThat(reason(OmegaTotal.of(CoMoments.of(new double[][] {{1, 2, 3}, {1, 4, 4}}))))
                .isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void anItemWithoutVarianceOfItsOwnHasNoOmega() {
        // Correlations .8, .8 and .5: the first item's loading would have to be above 1.
        double[][] rows = withCorrelations(0.8, 0.8, 0.5);

        assertThat(reason(OmegaTotal.of(CoMoments.of(rows)))).isEqualTo(Reason.IMPROPER);
    }

    @Test
    void ofThreeItemsOmegaFitsExactly() {
        OmegaTotal omega =
                OmegaTotal.of(CoMoments.of(withCorrelations(0.56, 0.48, 0.42))).orElseThrow();

        // Loadings .8, .7, .6 make just these correlations.
        assertThat(omega.omega()).isEqualTo(4.41 / (4.41 + 0.36 + 0.51 + 0.64), within(1e-6));
        assertThat(omega.fit().df()).isZero();
        assertThat(reason(omega.fit().p())).isEqualTo(Reason.TOO_FEW_VARIABLES);
    }

    /** R: psych::ICC(data.frame(c(9, 6, 8, 7, 10, 6), c(2, 1, 4, 1, 5, 2)), lmer = FALSE)$results$ICC. */
    @Test
    void twoRatersAgreeAsInR() {
        double[][] ratings = {{9, 2}, {6, 1}, {8, 4}, {MISSING, 3}, {7, 1}, {10, 5}, {6, 2}};

        IntraclassCorrelation icc = IntraclassCorrelation.of(ratings, 0.95).orElseThrow();

        assertThat(icc.excluded()).isEqualTo(1);
        assertThat(icc.forms())
                .extracting(IntraclassCorrelation.Form::icc)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(
                        -0.4964157706093191,
                        0.1256544502617800,
                        0.7453416149068316,
                        -1.9715302491103210,
                        0.2232558139534882,
                        0.8540925266903909);
    }

    @Test
    void ratersThatAgreeCompletelyHaveNoInterval() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(new double[][] {{1, 1}, {2, 2}, {4, 4}}, 0.95)
                .orElseThrow();

        assertThat(icc.forms()).allSatisfy(form -> {
            assertThat(form.icc()).isEqualTo(1);
            assertThat(form.p()).isZero();
        });
    }

    @Test
    void oneThingOneRaterOrEqualMeansHaveNoAgreement() {
        assertThat(reason(IntraclassCorrelation.of(new double[][] {{1, 2}}, 0.95)))
                .isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(IntraclassCorrelation.of(new double[][] {{1}, {2}}, 0.95)))
                .isEqualTo(Reason.TOO_FEW_VARIABLES);
        assertThat(reason(IntraclassCorrelation.of(new double[][] {{1, 2}, {2, 1}}, 0.95)))
                .isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void ratersThatUseOneCategoryOnlyHaveNoKappa() {
        CodedColumn yes = coded("a", List.of("no", "yes"), "yes", "yes", "yes");

        CohensKappa kappa = CohensKappa.of(yes, yes).orElseThrow();

        assertThat(kappa.agreement()).isEqualTo(1);
        assertThat(reason(kappa.kappa())).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(CohensKappa.of(coded("a", List.of("no"), ""), coded("b", List.of("no"), "no"))))
                .isEqualTo(Reason.NO_ANSWERS);
    }

    @Test
    void completeAgreementIsOneWithoutVariance() {
        CodedColumn column = coded("a", List.of("1", "2", "3"), "1", "2", "3", "3", "");

        CohensKappa kappa = CohensKappa.of(column, column).orElseThrow();

        assertThat(kappa.n()).isEqualTo(4);
        assertThat(kappa.weighted().orElseThrow().value()).isEqualTo(1);
        assertThat(kappa.weighted().orElseThrow().variance()).isEqualTo(0, within(1e-15));
    }

    @Test
    void ofTwoCategoriesWeightsChangeNothing() {
        List<String> codes = List.of("no", "yes");

        CohensKappa kappa = CohensKappa.of(
                        coded("a", codes, "no", "no", "yes", "yes", "yes", "no"),
                        coded("b", codes, "no", "yes", "yes", "yes", "no", "no"))
                .orElseThrow();

        assertThat(kappa.weighted()).isEqualTo(kappa.kappa());
    }

    private static CronbachAlpha alpha(double[][] rows) {
        return CronbachAlpha.of(CoMoments.of(rows), 0.95);
    }

    /** Six rows whose correlations are exactly these: orthogonal columns, combined. */
    private static double[][] withCorrelations(double ab, double ac, double bc) {
        double[][] orthogonal = {{1, 1, 1}, {1, -1, 0}, {1, 0, -1}, {-1, 1, -1}, {-1, -1, 0}, {-1, 0, 1}};
        double third = (bc - ab * ac) / Math.sqrt(1 - ab * ab);
        double[][] rows = new double[orthogonal.length][];
        for (int i = 0; i < rows.length; i++) {
            double x = orthogonal[i][0] / Math.sqrt(6);
            double y = orthogonal[i][1] / 2;
            double z = orthogonal[i][2] / 2;
            rows[i] = new double[] {
                x, ab * x + Math.sqrt(1 - ab * ab) * y, ac * x + third * y + Math.sqrt(1 - ac * ac - third * third) * z
            };
        }
        return rows;
    }
}
