package io.earshot.statistics.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GoodnessOfFitTest {
    /** Mendel's peas of two traits, expected as 9 : 3 : 3 : 1. */
    @Test
    void mendelsPeasFitTheirRatio() {
        GoodnessOfFit fit = GoodnessOfFit.of(
                        new long[] {315, 101, 108, 32}, new double[] {9 / 16.0, 3 / 16.0, 3 / 16.0, 1 / 16.0})
                .orElseThrow();

        assertThat(fit.chiSquare()).isCloseTo(0.470024, within(1e-6));
        assertThat(fit.degreesOfFreedom()).isEqualTo(3);
        assertThat(fit.p()).isCloseTo(0.925426, within(1e-6));
        assertThat(fit.smallestExpected()).isEqualTo(34.75);
    }

    @Test
    void sharesThatDontAddUpToOneAreRefused() {
        assertThatThrownBy(() -> GoodnessOfFit.of(new long[] {1, 2}, new double[] {0.5, 0.4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.4");
    }
}
