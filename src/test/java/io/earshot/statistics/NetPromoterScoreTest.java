package io.earshot.statistics;

import static io.earshot.dataset.Columns.numbers;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
