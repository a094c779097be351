package io.earshot.statistics.correlation;

import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.statistics.Near;
import io.earshot.statistics.Reason;
import io.earshot.statistics.correlation.CorrelationMatrix.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationTest {
    private static final double MISSING = Double.NaN;
    private static final double[] SIX = {1, 2, 3, 4, 5, 6};
    private static final double[] CONSTANT = {4, 4, 4, 4, 4, 4};

    @Test
    void aConstantHasNoCorrelation() {
        assertThat(reason(Pearson.of(SIX, CONSTANT, 0.95))).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(Spearman.of(CONSTANT, SIX))).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(Kendall.of(CONSTANT, CONSTANT))).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void twoPairsAreTooFew() {
        double[] two = {1, 2, MISSING};

        assertThat(reason(Pearson.of(two, new double[] {1, 3, 5}, 0.95))).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(Spearman.of(two, new double[] {1, 3, 5}))).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(Kendall.of(two, new double[] {1, 3, 5}))).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void threePairsHaveACorrelationButNoInterval() {
        Pearson pearson =
                Pearson.of(new double[] {1, 2, 3}, new double[] {1, 3, 2}, 0.95).orElseThrow();

        assertThat(pearson.r()).isEqualTo(0.5);
        assertThat(reason(pearson.interval())).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void aPerfectCorrelationIsCertain() {
        double[] line = Arrays.stream(SIX).map(x -> 0.1 - 0.3 * x).toArray();

        Pearson pearson = Pearson.of(SIX, line, 0.95).orElseThrow();

        assertThat(pearson.r()).isEqualTo(-1);
        assertThat(pearson.t()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(pearson.p()).isZero();
        assertThat(pearson.interval().orElseThrow().high()).isEqualTo(-1);
    }

    /** R: cor.test(1:6, c(2, 1, 4, 3, 6, 5), method = , exact = TRUE). */
    @Test
    void fewPairsWithoutTiesHaveExactPValues() {
        double[] y = {2, 1, 4, 3, 6, 5};

        assertThat(Kendall.of(SIX, y).orElseThrow().exactP().orElseThrow()).isCloseTo(0.1361111111111111, Near.to(0.1));
        assertThat(Spearman.of(SIX, y).orElseThrow().exactP().orElseThrow())
                .isCloseTo(0.05833333333333333, Near.to(0.05));
    }

    /** R: cor.test(c(1, 2, 2, 3), c(1, 3, 2, 3), method = "kendall", exact = FALSE). */
    @Test
    void tiesTakeTheExactPValueAwayAndCorrectTheVariance() {
        Kendall kendall =
                Kendall.of(new double[] {1, 2, 2, 3}, new double[] {1, 3, 2, 3}).orElseThrow();

        assertThat(kendall.tau()).isCloseTo(0.8, Near.to(0.8));
        assertThat(kendall.z()).isCloseTo(1.530184111352012, Near.to(1.5));
        assertThat(reason(kendall.exactP())).isEqualTo(Reason.NO_EXACT_TEST);
    }

    @Test
    void sixtyThousandTiedAnswersAreRankedQuickly() {
        Random random = new Random(3);
        double[] x = random.ints(60_000, 1, 6).asDoubleStream().toArray();
        double[] y = Arrays.stream(x).map(answer -> answer + random.nextInt(3)).toArray();

        assertThat(Kendall.of(x, y).orElseThrow().tau()).isBetween(0.6, 0.9);
    }

    @Test
    void rowsThatLackOneAreLeftOutAndCounted() {
        Spearman spearman = Spearman.of(new double[] {1, 2, MISSING, 4, 5}, new double[] {1, MISSING, 3, 4, 9})
                .orElseThrow();

        assertThat(spearman.n()).isEqualTo(3);
        assertThat(spearman.excluded()).isEqualTo(2);
        assertThat(spearman.rho()).isEqualTo(1);
    }

    @Test
    void variablesOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> Pearson.of(SIX, new double[2], 0.95)).hasMessageContaining("equally many rows");
    }

    @ParameterizedTest
    @EnumSource
    void aMatrixKnowsConstantsAndVariablesThatNobodyShares(Kind kind) {
        double[][] rows = {{1, 2, MISSING, 7}, {2, 1, MISSING, 7}, {3, 3, MISSING, 7}, {MISSING, 4, 5, 7}};

        CorrelationMatrix matrix = CorrelationMatrix.pairwise(List.of("a", "b", "c", "d"), rows, kind);

        assertThat(matrix.r().get(0).get(0).orElseThrow()).isEqualTo(1);
        assertThat(matrix.n().get(0).get(1)).isEqualTo(3);
        assertThat(reason(matrix.r().get(0).get(2))).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(matrix.r().get(3).get(1))).isEqualTo(Reason.NO_VARIATION);
    }

    @ParameterizedTest
    @EnumSource
    void listwiseTakesOnlyWhoHasAll(Kind kind) {
        double[][] rows = {{1, 2}, {2, 1}, {3, 3}, {MISSING, 4}};

        CorrelationMatrix matrix = CorrelationMatrix.listwise(List.of("a", "b"), rows, kind);

        assertThat(matrix.n().get(1).get(1)).isEqualTo(3);
        assertThat(matrix.r().get(1).get(0).orElseThrow()).isBetween(0.33, 0.51);
    }

    @Test
    void aControlThatAnotherDeterminesIsReported() {
        double[] y = {2, 1, 4, 3, 6, 6};
        double[] control = {1, 0, 0, 1, 1, 0};
        double[] same = Arrays.stream(control).map(x -> 3 - 2 * x).toArray();

        PartialCorrelation once =
                PartialCorrelation.of(SIX, y, List.of(control)).orElseThrow();
        PartialCorrelation twice =
                PartialCorrelation.of(SIX, y, List.of(control, same)).orElseThrow();

        assertThat(twice.redundant()).isEqualTo(1);
        assertThat(twice.r()).isCloseTo(once.r(), Near.to(once.r()));
        assertThat(twice.df()).isEqualTo(2);
    }

    @Test
    void aVariableThatTheControlsDetermineHasNoPartialCorrelation() {
        double[] y = {2, 1, 4, 3, 6, 6};

        assertThat(reason(PartialCorrelation.of(SIX, y, List.of(SIX)))).isEqualTo(Reason.SINGULAR);
        assertThat(reason(PartialCorrelation.of(SIX, CONSTANT, List.of(y)))).isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(PartialCorrelation.of(SIX, y, List.of(y, y, y, y)))).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void withoutControlsPartialIsPearson() {
        double[] y = {2, 1, 4, 3, 6, 6};

        assertThat(PartialCorrelation.of(SIX, y, List.of()).orElseThrow().p())
                .isCloseTo(Pearson.of(SIX, y, 0.95).orElseThrow().p(), Near.to(0.01));
    }
}
