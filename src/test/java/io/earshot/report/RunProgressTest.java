package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private final SetClock clock = new SetClock();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final RunProgress progress = new RunProgress(
            new Runs.Run(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    1,
                    Definitions.readyMade("topline").orElseThrow(),
                    1),
            clock,
            stopping::get);

    @BeforeEach
    void aRunOfTenSeconds() {
        progress.expect(new Timings(Map.of(Phase.READING, 3.0, Phase.COMPUTING, 1.0, Phase.WRITING, 6.0)));
    }

    @Test
    void aPhaseIsAsMuchOfTheWholeAsOfItsTime() {
        progress.at(Phase.WRITING, 0.5);

        // 3 and 1 and half of 6, of 10.
        assertThat(progress.told().progress()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void progressNeverGoesBack() {
        progress.at(Phase.COMPUTING, 0.9);
        double before = progress.told().progress();
        progress.at(Phase.COMPUTING, 0.2);

        assertThat(progress.told().progress()).isEqualTo(before);
    }

    @Test
    void whatIsLeftOfAPhaseGoesOnAsItWentAndTheOthersAsExpected() {
        progress.at(Phase.READING, 0);
        progress.told();
        clock.now = clock.now.plusSeconds(2);
        progress.at(Phase.READING, 0.5);

        // Half took 2 seconds, so that the other half does; and 1 and 6.
        assertThat(progress.told().secondsLeft()).hasValue(9);
    }

    @Test
    void aSlowPhaseMakesThoseAfterItSlowerButNoLeapOfTheEstimate() {
        progress.at(Phase.COMPUTING, 0);
        // 1 and 6.
        assertThat(progress.told().secondsLeft()).hasValue(7);
        clock.now = clock.now.plusSeconds(3);
        progress.at(Phase.WRITING, 0);

        // Three times as slow is 18 seconds; but nobody who was told 7 three seconds ago is told more than 10.
        assertThat(progress.told().secondsLeft()).hasValue(10);
        clock.now = clock.now.plusSeconds(10);
        progress.at(Phase.WRITING, 0.5);
        assertThat(progress.told().secondsLeft()).hasValue(10);
    }

    @Test
    void theTimeLeftIsNeverNegative() {
        progress.at(Phase.READING, 0);
        progress.told();
        clock.now = clock.now.minusSeconds(60);
        progress.at(Phase.STORING, 1);

        assertThat(progress.told().secondsLeft()).hasValue(0);
    }

    @Test
    void anEstimateWaitsUntilResponsesAreRead() {
        progress.at(Phase.STARTING, 0.5);

        assertThat(progress.told().secondsLeft()).isEmpty();
    }

    @Test
    void rowsAreToldOnlyWhereAPhaseGoesByRows() {
        progress.rows(200);
        progress.at(Phase.READING, 0.5);
        assertThat(progress.told().rowsDone()).hasValue(100);
        assertThat(progress.told().rowsTotal()).hasValue(200);

        progress.at(Phase.COMPUTING, 0.5);
        assertThat(progress.told().rowsDone()).isEmpty();
    }

    @Test
    void aStopOfTheServiceEndsTheRun() {
        progress.check();
        stopping.set(true);

        assertThatThrownBy(progress::check).isInstanceOf(RunProgress.Stopping.class);
    }

    @Test
    void aRunThatLostItsReportEnds() {
        progress.lose();

        assertThatThrownBy(() -> progress.at(Phase.COMPUTING, 0)).isInstanceOf(RunEnded.class);
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-27T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
