package io.earshot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code cov.wt(x, w, cor = TRUE)}. */
class WeightedCoMomentsTest {
    private static final double[][] ROWS = {{1, 2}, {2, 1}, {4, 5}, {3, 3}, {Double.NaN, 9}};
    private static final double[] WEIGHTS = {1, 2, 0.5, 0, 7};

    @Test
    void theyAreThoseOfR() {
        WeightedCoMoments of = WeightedCoMoments.of(ROWS, WEIGHTS);

        assertThat(of.n()).isEqualTo(4);
        assertThat(of.excluded()).isEqualTo(1);
        assertThat(of.nEffective()).isCloseTo(3.5 * 3.5 / 5.25, within(1e-15));
        // x <- cbind(c(1, 2, 4, 3), c(2, 1, 5, 3)); cov.wt(x, c(1, 2, .5, 0) / 3.5, cor = TRUE)
        assertThat(of.mean(0).orElseThrow()).isCloseTo(2, within(1e-15));
        assertThat(of.mean(1).orElseThrow()).isCloseTo(1.857142857142857, within(1e-15));
        assertThat(of.covariance(0, 0).orElseThrow()).isCloseTo(1.5, within(1e-12));
        assertThat(of.covariance(1, 0).orElseThrow()).isCloseTo(1.5, within(1e-12));
        assertThat(of.correlation(0, 1).orElseThrow()).isCloseTo(0.6831300510639734, within(1e-12));
    }

    @Test
    void partsMergeToTheWholeInAnyOrderAndChunking() {
        double[][] rows = random(200_000);
        double[] weights = weights(rows.length);
        WeightedCoMoments whole = WeightedCoMoments.of(rows, weights);
        List<WeightedCoMoments> parts = new ArrayList<>();
        for (int from = 0; from < rows.length; from += 33_333) {
            int to = Math.min(rows.length, from + 33_333);
            parts.add(WeightedCoMoments.of(Arrays.copyOfRange(rows, from, to), Arrays.copyOfRange(weights, from, to)));
        }
        Collections.shuffle(parts, new Random(3));

        requireSame(parts.stream().reduce(WeightedCoMoments::merge).orElseThrow(), whole, 1e-12);
    }

    @Test
    void weightsOfOneAreNoWeights() {
        double[][] rows = random(5_000);
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        WeightedCoMoments weighted = WeightedCoMoments.of(rows, ones);
        CoMoments plain = CoMoments.of(rows);

        assertThat(weighted.n()).isEqualTo(plain.n());
        assertThat(weighted.excluded()).isEqualTo(plain.excluded());
        for (int i = 0; i < 3; i++) {
            assertThat(weighted.mean(i).orElseThrow()).isCloseTo(plain.mean(i), within(1e-12));
            for (int j = 0; j < 3; j++) {
                assertThat(weighted.covariance(i, j).orElseThrow()).isCloseTo(plain.covariance(i, j), within(1e-11));
                assertThat(weighted.correlation(i, j).orElseThrow()).isCloseTo(plain.correlation(i, j), within(1e-13));
            }
        }
    }

    @Test
    void everyRowTwiceIsEveryWeightDoubled() {
        double[][] rows = random(3_000);
        double[] weights = weights(rows.length);
        double[][] twice =
                IntStream.range(0, 2 * rows.length).mapToObj(i -> rows[i / 2]).toArray(double[][]::new);
        double[] same = IntStream.range(0, twice.length)
                .mapToDouble(i -> weights[i / 2])
                .toArray();
        WeightedCoMoments rowsTwice = WeightedCoMoments.of(twice, same);
        WeightedCoMoments doubled = WeightedCoMoments.of(
                rows, Arrays.stream(weights).map(w -> 2 * w).toArray());

        assertThat(rowsTwice.weight()).isCloseTo(doubled.weight(), within(1e-8));
        for (int i = 0; i < 3; i++) {
            assertThat(rowsTwice.mean(i).orElseThrow())
                    .isCloseTo(doubled.mean(i).orElseThrow(), within(1e-12));
            for (int j = 0; j < 3; j++) {
                assertThat(rowsTwice.populationCovariance(i, j).orElseThrow())
                        .isCloseTo(doubled.populationCovariance(i, j).orElseThrow(), within(1e-11));
            }
        }
    }

    @Test
    void largeNumbersCostNoDigits() {
        double[][] far = Arrays.stream(random(1_000))
                .map(row -> Arrays.stream(row).map(x -> Math.rint(x) + 0x1p40).toArray())
                .toArray(double[][]::new);
        double[][] near = Arrays.stream(far)
                .map(row -> Arrays.stream(row).map(x -> x - 0x1p40).toArray())
                .toArray(double[][]::new);
        double[] weights = new double[far.length];
        Arrays.fill(weights, 3);

        assertThat(WeightedCoMoments.of(far, weights).covariance(0, 1).orElseThrow())
                .isCloseTo(WeightedCoMoments.of(near, weights).covariance(0, 1).orElseThrow(), within(1e-9));
    }

    @Test
    void withoutWeightThereIsNothing() {
        WeightedCoMoments of = WeightedCoMoments.of(new double[][] {{1, 2}, {3, 4}}, new double[2]);

        assertThat(Undefineds.reason(of.mean(0))).isEqualTo(Reason.NO_WEIGHT);
        assertThat(Undefineds.reason(of.covariance(0, 1))).isEqualTo(Reason.TOO_FEW_ANSWERS);
        assertThat(Undefineds.reason(of.correlation(0, 1))).isEqualTo(Reason.NO_VARIATION);
        assertThatThrownBy(() -> WeightedCoMoments.of(new double[1][1], new double[] {-1}))
                .hasMessage("weights must be finite and at least 0: -1.0");
    }

    private static void requireSame(WeightedCoMoments got, WeightedCoMoments want, double share) {
        assertThat(got.n()).isEqualTo(want.n());
        assertThat(got.excluded()).isEqualTo(want.excluded());
        assertThat(got.nEffective()).isCloseTo(want.nEffective(), within(share * want.nEffective()));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double wanted = want.covariance(i, j).orElseThrow();
                assertThat(got.covariance(i, j).orElseThrow())
                        .isCloseTo(wanted, within(share * (1 + Math.abs(wanted))));
            }
        }
    }

    private static double[][] random(int rows) {
        Random random = new Random(rows);
        return IntStream.range(0, rows)
                .mapToObj(row -> {
                    double shared = random.nextGaussian();
                    return new double[] {
                        50 + 10 * shared,
                        shared + random.nextGaussian(),
                        row % 41 == 0 ? Double.NaN : random.nextDouble()
                    };
                })
                .toArray(double[][]::new);
    }

    private static double[] weights(int rows) {
        Random random = new Random(7);
        return IntStream.range(0, rows)
                .mapToDouble(row -> row % 13 == 0 ? 0 : random.nextDouble() * 3)
                .toArray();
    }
}
