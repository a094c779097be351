package io.earshot.statistics;

import static io.earshot.dataset.Columns.numbers;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoMomentsTest {
    private static final double MISSING = Double.NaN;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 4096, 9_999, 10_000})
    void partsMergeToTheWhole(int cut) {
        double[][] rows = random(10_000);

        CoMoments merged = CoMoments.of(Arrays.copyOfRange(rows, 0, cut))
                .merge(CoMoments.of(Arrays.copyOfRange(rows, cut, rows.length)).merge(CoMoments.of(new double[0][3])));

        assertNear(merged, CoMoments.of(rows));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        double[][] rows = random(9_000);
        double[][] backwards = new double[rows.length][];
        Arrays.setAll(backwards, row -> rows[rows.length - 1 - row]);

        assertNear(CoMoments.of(backwards), CoMoments.of(rows));
    }

    @Test
    void columnsGiveWhatRowsGive() {
        double[][] rows = random(5_000);
        CoMoments columns = CoMoments.of(Stream.of(0, 1, 2)
                .map(i -> numbers(
                        "q" + i, Arrays.stream(rows).mapToDouble(row -> row[i]).toArray()))
                .toList());

        assertThat(columns.covariance(0, 2)).isEqualTo(CoMoments.of(rows).covariance(0, 2));
    }

    @Test
    void everyRowTwiceKeepsMeansAndCorrelations() {
        double[][] rows = random(3_000);
        CoMoments once = CoMoments.of(rows);
        CoMoments twice = once.merge(once);

        assertThat(twice.n()).isEqualTo(2 * once.n());
        assertThat(twice.mean(1)).isEqualTo(once.mean(1), within(1e-15));
        assertThat(twice.correlation(0, 1)).isEqualTo(once.correlation(0, 1), within(1e-14));
    }

    @Test
    void aRowThatLacksAValueIsLeftOutAndCounted() {
        CoMoments moments = CoMoments.of(new double[][] {{1, MISSING}, {1, 2}, {3, 5}, {MISSING, MISSING}});

        assertThat(moments.n()).isEqualTo(2);
        assertThat(moments.excluded()).isEqualTo(2);
        assertThat(moments.covariance(0, 1)).isEqualTo(3);
    }

    @Test
    void aConstantHasNoVarianceAtAllAndNoCorrelation() {
        double[][] rows = new double[10_000][];
        Arrays.setAll(rows, row -> new double[] {0.1, row});

        CoMoments moments = CoMoments.of(rows);

        assertThat(moments.variance(0)).isZero();
        assertThat(moments.correlation(0, 1)).isNaN();
        assertThat(reason(moments.correlations())).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void aLargeOffsetCostsNoDigits() {
        double[][] rows = {{1e12 + 1, 2}, {1e12 + 2, 4}, {1e12 + 3, 6}};

        assertThat(CoMoments.of(rows).correlation(0, 1)).isEqualTo(1);
        assertThat(CoMoments.of(rows).variance(0)).isEqualTo(1);
    }

    @Test
    void nobodyHasNoMeanAndOneHasNoVariance() {
        assertThat(CoMoments.of(new double[0][2]).mean(0)).isNaN();
        assertThat(CoMoments.of(new double[][] {{3, 4}}).mean(0)).isEqualTo(3);
        assertThat(CoMoments.of(new double[][] {{3, 4}}).variance(0)).isNaN();
        assertThat(reason(CoMoments.of(new double[][] {{3, 4}}).correlations())).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> CoMoments.of(List.of(numbers("a", 1, 2), numbers("b", 1))))
                .hasMessage("b must have 2 rows, as the first column: 1");
    }

    private static double[][] random(int rows) {
        Random random = new Random(14);
        double[][] values = new double[rows][];
        Arrays.setAll(values, row -> {
            double common = random.nextGaussian();
            double third = row % 50 == 0 ? MISSING : Math.round(common);
            return new double[] {1e6 + common, random.nextGaussian() - common, third};
        });
        return values;
    }

    private static void assertNear(CoMoments one, CoMoments other) {
        assertThat(one.n()).isEqualTo(other.n());
        assertThat(one.excluded()).isEqualTo(other.excluded());
        for (int i = 0; i < other.variables(); i++) {
            assertThat(one.mean(i)).isEqualTo(other.mean(i), within(1e-13 * Math.abs(other.mean(i)) + 1e-13));
            for (int j = 0; j < other.variables(); j++) {
                assertThat(one.covariance(i, j)).isEqualTo(other.covariance(i, j), within(1e-12));
            }
        }
    }
}
