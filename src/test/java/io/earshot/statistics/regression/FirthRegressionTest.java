package io.earshot.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.Columns;
import io.earshot.dataset.NumberColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirthRegressionTest {
    /** 3 of 21 without treatment and 0 of 20 with it: a table whose logistf output is printed in several public analyses. */
    private static final double[] DIED = new double[41];

    private static final NumberColumn TREATED;

    static {
        double[] treated = new double[41];
        Arrays.fill(DIED, 0, 3, 1);
        Arrays.fill(treated, 21, 41, 1);
        TREATED = Columns.numbers("trt", treated);
    }

    @Test
    void profilesAreThoseThatLogistfPrints() {
        FirthRegression fit = FirthRegression.of(DIED, List.of(TREATED), 0.95).orElseThrow();

        isNear(fit, 0, -1.665008, 0.5828965, -2.996461, -0.6391919, 11.219466, 0.0008094379);
        isNear(fit, 1, -2.048564, 1.5454930, -6.975291, 0.3788351, 2.610367, 0.1061671667);
        FirthRegression.OverallTest overall = fit.overall().orElseThrow();
        assertThat(overall.chiSquare()).isCloseTo(2.610367, within(1e-6));
        assertThat(overall.degreesOfFreedom()).isEqualTo(1);
        assertThat(overall.p()).isCloseTo(0.1061672, within(1e-7));
        assertThat(fit.n()).isEqualTo(41);
    }

    private static void isNear(
            FirthRegression fit, int term, double estimate, double se, double low, double high, double chi, double p) {
        PenalisedProfile profile = fit.profiles().get(term).orElseThrow();
        assertThat(fit.coefficients().get(term).estimate()).isCloseTo(estimate, within(1e-6));
        assertThat(fit.augmentedErrors().get(term)).isCloseTo(se, within(1e-6));
        assertThat(profile.interval().low()).isCloseTo(low, within(2e-6));
        assertThat(profile.interval().high()).isCloseTo(high, within(2e-6));
        assertThat(profile.chiSquare()).isCloseTo(chi, within(1e-6));
        assertThat(profile.p()).isCloseTo(p, within(1e-8));
    }

    @Test
    void aSaturatedModelAddsHalfARespondentToEachCell() {
        FirthRegression fit = FirthRegression.of(DIED, List.of(TREATED), 0.95).orElseThrow();

        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(Math.log(3.5 / 18.5), within(1e-10));
        assertThat(fit.coefficients().get(1).estimate())
                .isCloseTo(Math.log(0.5 / 20.5) - Math.log(3.5 / 18.5), within(1e-10));
    }

    @Test
    void withoutPredictorsThereIsNothingToTestTogether() {
        FirthRegression fit = FirthRegression.of(DIED, List.of(), 0.95).orElseThrow();

        assertThat(fit.overall())
                .isEqualTo(Outcome.undefined(Reason.TOO_FEW_VARIABLES, "no predictor is left to test"));
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(Math.log(3.5 / 38.5), within(1e-10));
        assertThat(fit.profiles().get(0).isDefined()).isTrue();
    }

    @Test
    void anIntervalOfHigherConfidenceIsWider() {
        PenalisedProfile usual = profile(0.95);

        PenalisedProfile wide = profile(0.99);

        assertThat(wide.interval().low()).isLessThan(usual.interval().low());
        assertThat(wide.interval().high()).isGreaterThan(usual.interval().high());
        assertThat(wide.p()).isEqualTo(usual.p());
    }

    private static PenalisedProfile profile(double confidence) {
        return FirthRegression.of(DIED, List.of(TREATED), confidence)
                .orElseThrow()
                .profiles()
                .get(1)
                .orElseThrow();
    }
}
