package io.earshot.statistics.correlation;

import static io.earshot.dataset.Columns.coded;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.statistics.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolychoricTest {
    /** R: polycor::polychor(matrix(c(40, 9, 12, 39), 2), std.err = TRUE). */
    @Test
    void ofTwoStepsEachItIsTetrachoric() {
        Polychoric polychoric = Polychoric.of(new long[][] {{40, 12}, {9, 39}}).orElseThrow();

        assertThat(polychoric.n()).isEqualTo(100);
        assertThat(polychoric.twoStep().rho()).isEqualTo(0.7926575905, within(1e-5));
        assertThat(polychoric.twoStep().standardError().getAsDouble()).isEqualTo(0.0779127117, within(1e-5));
        assertThat(polychoric.maximumLikelihood().orElseThrow().rho())
                .isEqualTo(polychoric.twoStep().rho(), within(1e-6));
    }

    @Test
    void emptyRowsAndColumnsChangeNothing() {
        Polychoric bare = Polychoric.of(new long[][] {{40, 12}, {9, 39}}).orElseThrow();
        Polychoric padded =
                Polychoric.of(new long[][] {{40, 0, 12}, {0, 0, 0}, {9, 0, 39}}).orElseThrow();

        assertThat(padded).isEqualTo(bare);
    }

    @Test
    void halvesOfEqualSizeHaveTheCorrelationOfTheirOrthant() {
        // P(both below the middle) = 1/4 + asin(rho) / 2π, Sheppard (1899).
        Polychoric third =
                Polychoric.of(new long[][] {{2000, 1000}, {1000, 2000}}).orElseThrow();

        assertThat(third.twoStep().rho()).isEqualTo(0.5, within(1e-7));
        assertThat(third.maximumLikelihood().orElseThrow().rho()).isEqualTo(0.5, within(1e-7));
    }

    @Test
    void theMaximumIsAtLeastAsLikelyAsWherePolycorStops() {
        long[][] counts = {{9, 4, 1, 0}, {6, 12, 7, 2}, {1, 8, 15, 9}, {0, 3, 6, 17}};
        LatentNormal model = new LatentNormal(counts);
        Polychoric polychoric = Polychoric.of(counts).orElseThrow();

        assertThat(minusLogLikelihood(model, polychoric.maximumLikelihood().orElseThrow()))
                .isLessThanOrEqualTo(
                        minusLogLikelihood(model, polychoric.polycor().maximumLikelihood()) + 1e-9);
    }

    @Test
    void perfectAgreementHasNoFiniteFit() {
        assertThat(reason(Polychoric.of(new long[][] {{30, 0}, {0, 30}}))).isEqualTo(Reason.SEPARATION);
    }

    @Test
    void oneAnswerInUseIsTooFew() {
        assertThat(reason(Polychoric.of(new long[][] {{3, 4}, {0, 0}}))).isEqualTo(Reason.TOO_FEW_CATEGORIES);
        assertThat(reason(Polychoric.of(new long[0][0]))).isEqualTo(Reason.TOO_FEW_CATEGORIES);
    }

    @Test
    void whoLacksAnAnswerIsLeftOutAndCounted() {
        List<String> codes = List.of("1", "2");

        Polychoric polychoric = Polychoric.of(
                        coded("a", codes, "1", "1", "2", "2", "1", "2", ""),
                        coded("b", codes, "1", "1", "2", "2", "2", "1", "1"))
                .orElseThrow();

        assertThat(polychoric.n()).isEqualTo(6);
        assertThat(polychoric.excluded()).isEqualTo(1);
    }

    private static double minusLogLikelihood(LatentNormal model, Polychoric.Estimate estimate) {
        double[] parameters = new double
                [1
                        + estimate.rowThresholds().size()
                        + estimate.columnThresholds().size()];
        parameters[0] = estimate.rho();
        int at = 1;
        for (double threshold : estimate.rowThresholds()) {
            parameters[at++] = threshold;
        }
        for (double threshold : estimate.columnThresholds()) {
            parameters[at++] = threshold;
        }
        return model.minusLogLikelihood(parameters);
    }
}
