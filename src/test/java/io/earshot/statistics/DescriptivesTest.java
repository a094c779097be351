package io.earshot.statistics;

import static io.earshot.dataset.Columns.numbers;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptivesTest {
    /** R: x <- c(2, 4, 4, 5, 9); mean(x); sd(x); t.test(x)$conf.int; quantile(x). */
    @Test
    void fiveNumbersAreDescribedAsByR() {
        Descriptives of =
                Descriptives.of(numbers("x", 4, 2, Double.NaN, 9, 5, 4), 0.95).orElseThrow();

        assertThat(of.n()).isEqualTo(5);
        assertThat(of.missing()).isEqualTo(1);
        assertThat(of.mean()).isCloseTo(4.8, Near.to(4.8));
        assertThat(of.sd().orElseThrow()).isCloseTo(2.588435821108957, Near.to(2.6));
        assertThat(of.meanInterval().orElseThrow().low()).isCloseTo(1.58603242926801, Near.to(1.6));
        assertThat(of.meanInterval().orElseThrow().high()).isCloseTo(8.01396757073199, Near.to(8));
        assertThat(of.q1()).isEqualTo(4);
        assertThat(of.median()).isEqualTo(4);
        assertThat(of.q3()).isEqualTo(5);
        assertThat(of.min()).isEqualTo(2);
        assertThat(of.max()).isEqualTo(9);
    }

    @Test
    void oneAnswerHasAMeanButNoSpread() {
        Descriptives of = Descriptives.of(numbers("x", 7), 0.95).orElseThrow();

        assertThat(of.mean()).isEqualTo(7);
        assertThat(reason(of.sd())).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(reason(of.meanInterval())).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void aConstantFarFromZeroHasNoSpreadAtAll() {
        Descriptives of = Descriptives.of(numbers("x", 1e12 + 0.1, 1e12 + 0.1, 1e12 + 0.1), 0.95)
                .orElseThrow();

        assertThat(of.sd().orElseThrow()).isZero();
        assertThat(of.meanInterval().orElseThrow().low()).isEqualTo(1e12 + 0.1);
    }

    @Test
    void nobodyHasNoMean() {
        assertThat(reason(Descriptives.of(numbers("x"), 0.95))).isEqualTo(Reason.NO_ANSWERS);
    }
}
