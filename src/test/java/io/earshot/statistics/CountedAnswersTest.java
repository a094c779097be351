package io.earshot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import io.earshot.dataset.NumberColumn;
import io.earshot.statistics.quality.Speed;
import io.earshot.statistics.scale.Reliability;
import io.earshot.statistics.score.BoxScores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting answers first gives what going through them one by one gives. */
class CountedAnswersTest {
    private static final double[] POINTS = {5, 1, 4, 2, 3};
    private static final double[] ANSWERS = {5, 5, 1, 4, 2, 2, 2, 3, 3, 1, 5, 4, 4, 4, 2, 3};
    private static final long[] COUNTS = {3, 2, 4, 4, 3};

    @Test
    void theMedianOfCountsIsThatOfTheAnswers() {
        assertThat(MedianInterval.ofCounts(POINTS, COUNTS, 0.9)).isEqualTo(MedianInterval.of(ANSWERS, 0.9));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        MedianInterval median = MedianInterval.ofCounts(new double[] {1, 9, 4}, new long[] {6, 6, 0}, 0.9)
                .orElseThrow();

        assertThat(median.interval().estimate()).isEqualTo(5);
    }

    @Test
    void countsOfNobodyHaveNoMedian() {
        assertThat(MedianInterval.ofCounts(POINTS, new long[5], 0.95).isDefined())
                .isFalse();
    }

    @Test
    void boxesOfCountsAreThoseOfTheAnswers() {
        Set<Double> top = Set.of(4.0, 5.0);
        Set<Double> bottom = Set.of(1.0, 2.0);

        assertThat(BoxScores.ofCounts(POINTS, COUNTS, 0, top, bottom, 0.95))
                .isEqualTo(BoxScores.of(ANSWERS, top, bottom, 0.95));
    }

    @Test
    void aVariableTurnedRoundGivesWhatItsValuesTurnedRoundGive() {
        Random random = new Random(5);
        List<CodedColumn> items = IntStream.range(0, 3)
                .mapToObj(item -> Columns.coded(
                        "i" + item,
                        List.of("1", "2", "3", "4", "5"),
                        IntStream.range(0, 200)
                                .mapToObj(row -> random.nextInt(20) == 0 ? "" : Integer.toString(1 + random.nextInt(5)))
                                .toArray(String[]::new)))
                .toList();

        CoMoments turned = Reliability.moments(items, Set.of("i1"));
        CoMoments expected = CoMoments.of(Reliability.turned(items, Set.of("i1")));

        assertThat(turned.n()).isEqualTo(expected.n());
        for (int i = 0; i < 3; i++) {
            assertThat(turned.mean(i)).isCloseTo(expected.mean(i), within(1e-12));
            for (int j = 0; j < 3; j++) {
                assertThat(turned.covariance(i, j)).isCloseTo(expected.covariance(i, j), within(1e-12));
            }
        }
    }

    @Test
    void manyNumbersAreCountedByTheirPlaces() {
        double[] values = IntStream.range(0, 70_000)
                .mapToDouble(row -> row % 7 == 0 ? Double.NaN : row % 20_000 / 100.0)
                .toArray();
        NumberColumn column = Columns.numbers("spent", values);
        double[] points = column.points().orElseThrow();
        int[] places = new int[values.length];
        column.places(0, places.length, places);

        for (int row = 0; row < values.length; row++) {
            assertThat(places[row] < 0 ? Double.NaN : points[places[row]]).isEqualTo(Double.valueOf(values[row]));
        }
        assertThat(points).isSorted();
    }

    @Test
    void numbersThatAreMoreThanTheRowsAreNotCounted() {
        assertThat(Columns.numbers("age", 18, 42).points()).isEmpty();
    }

    @Test
    void numbersOfManyDigitsAreNotCounted() {
        NumberColumn column = Columns.numbers("x", new Random(1).doubles(70_000).toArray());

        assertThat(column.points()).isEmpty();
        assertThatThrownBy(() -> column.places(0, 1, new int[1])).hasMessageContaining("x has more different numbers");
    }

    /** In R: {@code m <- median(log(x)); sum(log(x) < m - 2.5 * mad(log(x)))}. */
    @Test
    void whoIsFarBelowTheMedianIsFoundWhateverTheOrder() {
        double[] durations = {60, 61, 58, Double.NaN, 59, 62, 3, 60, 57, 29, 63, 60, 19};

        Speed speed = Speed.of(durations).orElseThrow();

        assertThat(speed.median()).isEqualTo(59.5);
        assertThat(speed.belowThird()).isEqualTo(2);
        assertThat(speed.belowHalf()).isEqualTo(3);
        assertThat(speed.outliers()).isEqualTo(3);
        assertThat(speed.excluded()).isOne();
        assertThat(Arrays.stream(durations).filter(Double::isNaN).count()).isOne();
    }
}
