package io.earshot.statistics.scale;

import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Near;
import io.earshot.statistics.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Components and factors where data are hard. */
class FactorsTest {
    private static final CoMoments FIVE =
            CoMoments.of(new double[][] {{1, 2, 5}, {2, 2, 3}, {3, 3, 4}, {4, 5, 1}, {5, 4, 2}});
    private static final CoMoments CONSTANT = CoMoments.of(new double[][] {{1, 2, 4}, {2, 4, 4}, {3, 3, 4}});
    private static final CoMoments SUMS =
            CoMoments.of(new double[][] {{1, 2, 3}, {2, 2, 4}, {3, 5, 8}, {4, 1, 5}, {0, 3, 3}});

    /** R: eigen(cor(d))$values; psych::KMO(cor(d))$MSA of d = data.frame(1:5, c(2, 2, 3, 5, 4), c(5, 3, 4, 1, 2)). */
    @Test
    void fewRespondentsGiveTheNumbersOfR() {
        PrincipalComponents components =
                PrincipalComponents.ofCorrelations(FIVE).orElseThrow();

        assertThat(components.eigenvalues().get(0)).isCloseTo(2.6653760194456964, Near.to(2));
        assertThat(components.eigenvalues().get(2)).isCloseTo(0.1346239805543040, Near.to(0.1));
        assertThat(Factorability.of(FIVE).orElseThrow().kmo().orElseThrow())
                .isCloseTo(0.7609277060022467, Near.to(0.7));
    }

    @Test
    void componentsOfSumsHaveAValueOfNothing() {
        PrincipalComponents components =
                PrincipalComponents.ofCorrelations(SUMS).orElseThrow();

        assertThat(components.eigenvalues().get(2)).isEqualTo(0, within(1e-14));
        assertThat(components.shares().stream().mapToDouble(share -> share).sum())
                .isEqualTo(1, within(1e-14));
    }

    @Test
    void aConstantHasCovariancesButNoCorrelations() {
        assertThat(PrincipalComponents.ofCovariances(CONSTANT)
                        .orElseThrow()
                        .eigenvalues()
                        .get(2))
                .isEqualTo(0, within(1e-15));
        assertThat(reason(PrincipalComponents.ofCorrelations(CONSTANT))).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(Factorability.of(CONSTANT))).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(FactorAnalysis.of(CONSTANT, 1))).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(MinimumResiduals.of(CONSTANT, 1))).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void sumsOfOthersAreNamedAsSuch() {
        assertThat(reason(Factorability.of(SUMS))).isEqualTo(Reason.SINGULAR);
        assertThat(reason(FactorAnalysis.of(SUMS, 1))).isEqualTo(Reason.SINGULAR);
        assertThat(MinimumResiduals.of(SUMS, 1).isDefined()).isTrue();
    }

    @Test
    void oneRespondentHasNoComponents() {
        CoMoments one = CoMoments.of(new double[][] {{1, 2, 3}});

        assertThat(reason(PrincipalComponents.ofCorrelations(one))).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(PrincipalComponents.ofCovariances(one))).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void moreFactorsThanVariablesCanTellApartAreRefused() {
        assertThat(reason(FactorAnalysis.of(FIVE, 2))).isEqualTo(Reason.TOO_FEW_VARIABLES);
        assertThat(reason(MinimumResiduals.of(FIVE, 3))).isEqualTo(Reason.TOO_FEW_VARIABLES);
        assertThatThrownBy(() -> FactorAnalysis.of(FIVE, 0)).hasMessage("factors must be at least 1: 0");
    }

    @Test
    void oneFactorOfThreeVariablesLeavesNothingToTest() {
        FactorAnalysis factors = FactorAnalysis.of(FIVE, 1).orElseThrow();

        assertThat(factors.df()).isZero();
        assertThat(reason(factors.test())).isEqualTo(Reason.TOO_FEW_VARIABLES);
    }

    @Test
    void bothFitsFindTheFactorsThatMadeTheAnswers() {
        Random random = new Random(5);
        double[] loadings = {0.8, 0.7, 0.6, 0.5};
        double[][] rows = new double[20_000][8];
        for (double[] row : rows) {
            double[] factors = {random.nextGaussian(), random.nextGaussian()};
            Arrays.setAll(
                    row,
                    i -> loadings[i % 4] * factors[i / 4]
                            + Math.sqrt(1 - loadings[i % 4] * loadings[i % 4]) * random.nextGaussian());
        }

        FactorAnalysis likely = FactorAnalysis.of(CoMoments.of(rows), 2).orElseThrow();
        MinimumResiduals near = MinimumResiduals.of(CoMoments.of(rows), 2).orElseThrow();

        assertThat(likely.test().orElseThrow().p()).isGreaterThan(0.001);
        for (int i = 0; i < 8; i++) {
            double communality = loadings[i % 4] * loadings[i % 4];
            assertThat(1 - likely.uniquenesses().get(i)).isEqualTo(communality, within(0.03));
            assertThat(near.communalities().get(i)).isEqualTo(communality, within(0.03));
            double strong = Math.max(
                    likely.loadings().get(i).get(0), likely.loadings().get(i).get(1));
            assertThat(strong).isEqualTo(loadings[i % 4], within(0.03));
        }
    }

    /**
     * R: L <- unclass(factanal(attitude, 2, rotation = "none", control = list(nstart = 5))$loadings); GPArotation::oblimin(L,
     * eps = 1e-10, maxit = 5000)$Phi and $loadings, columns by falling sum of squares.
     */
    @Test
    void factorsFreeToCorrelateAreThoseOfR() throws IOException {
        Oblimin found = FactorAnalysis.of(attitude(), 2).orElseThrow().oblimin().orElseThrow();

        assertThat(found.correlations().get(0).get(1)).isCloseTo(0.3284709822, within(1e-4));
        assertThat(found.correlations().get(1).get(1)).isCloseTo(1, within(1e-12));
        assertThat(found.pattern().get(0).get(0)).isCloseTo(0.9206647039, within(1e-4));
        assertThat(found.pattern().get(0).get(1)).isCloseTo(-0.11774248181, within(1e-4));
        assertThat(found.pattern().get(4).get(0)).isCloseTo(0.5975003998, within(1e-4));
        assertThat(found.pattern().get(6).get(1)).isCloseTo(0.99133820790, within(1e-4));
    }

    @Test
    void obliqueLoadingsLeaveWhatFactorsExplainAsItWas() throws IOException {
        FactorAnalysis found = FactorAnalysis.of(attitude(), 3).orElseThrow();
        Oblimin oblimin = found.oblimin().orElseThrow();

        for (int i = 0; i < 7; i++) {
            double explained = 0;
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    explained += oblimin.pattern().get(i).get(j)
                            * oblimin.correlations().get(j).get(k)
                            * oblimin.pattern().get(i).get(k);
                }
            }
            assertThat(explained).isCloseTo(1 - found.uniquenesses().get(i), within(1e-4));
        }
        assertThat(reason(FactorAnalysis.of(attitude(), 1).orElseThrow().oblimin()))
                .isEqualTo(Reason.TOO_FEW_VARIABLES);
    }

    private static CoMoments attitude() throws IOException {
        return CoMoments.of(
                Files.readAllLines(Path.of("src/test/resources/refcases/18-factors-attitude-bfi/attitude.csv")).stream()
                        .skip(1)
                        .map(line -> Arrays.stream(line.split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toArray(double[][]::new));
    }
}
