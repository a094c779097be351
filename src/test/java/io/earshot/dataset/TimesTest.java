package io.earshot.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.questionnaire.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Times come back as they were given, whichever way their block is stored. */
class TimesTest {
    private static final int ROWS = 5_000;
    /** 2026-11-01T00:00:00Z. */
    private static final long NOVEMBER = 1_793_491_200_000_000L;

    @Test
    void timesNearEachOtherComeBackToTheMicrosecond() {
        assertComeBack(row -> NOVEMBER + row * 1_001L);
    }

    @Test
    void wholeMillisecondsOverWeeksComeBack() {
        Random random = new Random(1);

        assertComeBack(row -> NOVEMBER + random.nextInt(40 * 86_400) * 1_000_000L + random.nextInt(1_000) * 1_000L);
    }

    @Test
    void wholeSecondsOverYearsComeBack() {
        Random random = new Random(2);

        assertComeBack(row -> random.nextInt(2_000_000_000) * 1_000_000L);
    }

    @Test
    void timesThatAreFarApartComeBackToTheMicrosecond() {
        Random random = new Random(3);

        assertComeBack(row -> random.nextLong());
    }

    @Test
    void theEarliestAndTheLatestTimeInOneBlockComeBack() {
        assertComeBack(row -> row % 2 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    @Test
    void rowsWithoutATimeAreMissingAndLeaveTheOthersAlone() {
        TimeColumn.Builder builder = times();
        for (int row = 0; row < ROWS; row++) {
            if (row % 3 == 0) {
                builder.addMissing(Missing.NOT_ASKED);
            } else {
                builder.add(NOVEMBER + row);
            }
        }

        TimeColumn column = builder.build();

        for (int row = 0; row < ROWS; row++) {
            assertThat(column.time(row).isEmpty()).isEqualTo(row % 3 == 0);
            if (row % 3 != 0) {
                assertThat(column.micros(row)).isEqualTo(NOVEMBER + row);
            }
        }
    }

    @Test
    void whatIsAddedAfterABuildIsNotInWhatWasBuilt() {
        TimeColumn.Builder builder = times().add(Instant.EPOCH);
        TimeColumn before = builder.build();

        builder.add(Instant.EPOCH.plusSeconds(1));

        assertThat(before.rows()).isOne();
        assertThat(builder.build().micros(1)).isEqualTo(1_000_000);
    }

    private static void assertComeBack(IntToLongFunction time) {
        long[] given = new long[ROWS];
        TimeColumn.Builder builder = times();
        for (int row = 0; row < ROWS; row++) {
            given[row] = time.applyAsLong(row);
            builder.add(given[row]);
        }

        TimeColumn column = builder.build();
        TimeColumn twice = times().addAll(column).addAll(column).build();

        assertThat(column.rows()).isEqualTo(ROWS);
        assertThat(twice.rows()).isEqualTo(2 * ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(column.micros(row)).isEqualTo(given[row]);
            assertThat(twice.micros(ROWS + row)).isEqualTo(given[row]);
        }
    }

    private static TimeColumn.Builder times() {
        return TimeColumn.builder(Columns.variable("at", Measure.DATE, false, List.of()));
    }
}
