package io.earshot.statistics;

import static io.earshot.dataset.Columns.numbers;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetPromoterScoreTest {
    /** R: p <- 292/615; d <- 130/615; 100 * sqrt((p + d - (p - d)^2) / 615), and with 3 answers more. */
    @Test
    void theScoreOfCountsIsThatOfR() {
        NetPromoterScore score =
                NetPromoterScore.of("nps", 25, 292, 193, 130, 0.95).orElseThrow();

        assertThat(score.n()).isEqualTo(615);
        assertThat(score.score()).isCloseTo(26.34146341463415, Near.to(26));
        assertThat(score.standardError()).isCloseTo(3.166880418047719, Near.to(3));
        assertThat(score.wald().low()).isCloseTo(20.13449185191547, Near.to(20));
        assertThat(score.wald().high()).isCloseTo(32.54843497735283, Near.to(32));
        assertThat(score.adjustedWald().estimate()).isCloseTo(26.21359223300971, Near.to(26));
        assertThat(score.adjustedWald().low()).isCloseTo(20.022867841852992, Near.to(20));
        assertThat(score.adjustedWald().high()).isCloseTo(32.40431662416643, Near.to(32));
    }

    @Test
    void sixIsADetractorSevenPassiveAndNineAPromoter() {
        NetPromoterScore score = NetPromoterScore.of(numbers("nps", 0, 6, 7, 8, 9, 10, Double.NaN), 0.95)
                .orElseThrow();

        assertThat(score.detractors()).isEqualTo(2);
        assertThat(score.passives()).isEqualTo(2);
        assertThat(score.promoters()).isEqualTo(2);
        assertThat(score.missing()).isEqualTo(1);
        assertThat(score.score()).isZero();
    }

    /**
     * R: the likelihood of promoters and detractors maximised at each difference, and the score test's limits by uniroot; of 1, 7
     * and 21 -0.517 and -0.026, as Fagerland, Lydersen and Laake (2014), Statistics in Medicine 33, 2850-2875, give them.
     */
    @Test
    void theScoreIntervalIsTangos() {
        assertThat(byScore(1, 7, 21).low()).isCloseTo(-51.72322772712, within(1e-5));
        assertThat(byScore(1, 7, 21).high()).isCloseTo(-2.60030307698, within(1e-5));
        assertThat(byScore(40, 20, 160).low()).isCloseTo(3.08645332304, within(1e-5));
        assertThat(byScore(40, 20, 160).high()).isCloseTo(21.80642439857, within(1e-5));
        assertThat(byScore(292, 130, 615).low()).isCloseTo(20.0199500988, within(1e-5));
        assertThat(byScore(292, 130, 615).high()).isCloseTo(32.4183234635, within(1e-5));
        assertThat(byScore(8, 0, 10).low()).isCloseTo(30.0440960130, within(1e-5));
        assertThat(byScore(8, 0, 10).high()).isCloseTo(94.3317848546, within(1e-5));
    }

    /**
     * By hand from Wilson's of five out of five, 5 / (5 + z²): the likeliest shares at a difference of d are (1 + d) / 2 and (1 - d) / 2
     * if all are promoters, |d| and 0 if all are passive.
     */
    @Test
    void whereAllAnswerAlikeTheScoreIntervalFollowsFromWilsons() {
        assertThat(byScore(5, 0, 5).low()).isCloseTo(2 * 56.5517535217 - 100, within(1e-6));
        assertThat(byScore(5, 0, 5).high()).isEqualTo(100);
        assertThat(byScore(0, 5, 5).low()).isEqualTo(-100);
        assertThat(byScore(0, 5, 5).high()).isCloseTo(100 - 2 * 56.5517535217, within(1e-6));
        assertThat(byScore(0, 0, 5).low()).isCloseTo(56.5517535217 - 100, within(1e-6));
        assertThat(byScore(0, 0, 5).high()).isCloseTo(100 - 56.5517535217, within(1e-6));
    }

    @Test
    void theScoreIntervalHoldsTheScoreAndStaysOnTheScale() {
        for (int n = 1; n <= 12; n++) {
            for (int up = 0; up <= n; up++) {
                for (int down = 0; up + down <= n; down++) {
                    Interval interval = byScore(up, down, n);

                    assertThat(interval.low()).isBetween(-100.0, interval.estimate());
                    assertThat(interval.high()).isBetween(interval.estimate(), 100.0);
                    assertThat(interval.high() - interval.low()).isGreaterThan(5);
                }
            }
        }
    }

    private static Interval byScore(int promoters, int detractors, int n) {
        return NetPromoterScore.of("nps", 0, promoters, n - promoters - detractors, detractors, 0.95)
                .orElseThrow()
                .scoreInterval();
    }

    @Test
    void oneLonelyPromoterScoresAHundredWithAnIntervalThatAdmitsDoubt() {
        NetPromoterScore score = NetPromoterScore.of(numbers("nps", 10), 0.95).orElseThrow();

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.standardError()).isZero();
        assertThat(score.adjustedWald().low()).isNegative();
    }

    @Test
    void nobodyHasNoScore() {
        assertThat(reason(NetPromoterScore.of(numbers("nps", Double.NaN), 0.95)))
                .isEqualTo(Reason.NO_ANSWERS);
    }

    @Test
    void anAnswerOffTheScaleIsRefused() {
        assertThatThrownBy(() -> NetPromoterScore.of(numbers("nps", 11), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11");
    }
}
