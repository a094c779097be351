package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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

    @Test
    void whatIsLeftIsWhatWasTakenTimesWhatIsLeftOfTheWhole() {
        clock.now = clock.now.plusSeconds(30);
        progress.at(Phase.WRITING, 0);

        RunProgress.Told told = progress.told();

        // 0.4 of the whole took 30 seconds, so that 0.6 take 45.
        assertThat(told.progress()).isEqualTo(0.4);
        assertThat(told.secondsLeft()).hasValue(45);
    }

    @Test
    void anEstimateWaitsUntilThereIsSomethingToGoBy() {
        progress.at(Phase.READING, 0.01);

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
