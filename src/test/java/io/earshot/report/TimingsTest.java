package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void aRunGoesFromNothingToAll() {
        Timings timings = Timings.of(100_000, 25, 15, true);

        assertThat(timings.done(Phase.STARTING, 0)).isZero();
        assertThat(timings.done(Phase.STORING, 1)).isCloseTo(1, within(1e-9));
        for (int i = 1; i < Phase.values().length; i++) {
            assertThat(timings.done(Phase.values()[i], 0))
                    .isCloseTo(timings.done(Phase.values()[i - 1], 1), within(1e-9));
        }
    }

    @Test
    void withManyResponsesMostOfTheTimeGoesIntoWritingThemUnlessTheyAreNotWritten() {
        Timings written = Timings.of(1_000_000, 25, 15, true);
        Timings notWritten = Timings.of(1_000_000, 25, 15, false);

        assertThat(written.of(Phase.WRITING)).isGreaterThan(written.of(Phase.READING) + written.of(Phase.COMPUTING));
        assertThat(notWritten.done(Phase.WRITING, 1) - notWritten.done(Phase.WRITING, 0))
                .isLessThan(0.01);
    }
}
