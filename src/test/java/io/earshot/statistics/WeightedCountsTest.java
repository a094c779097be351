package io.earshot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedCountsTest {
    private static final List<String> CODES = List.of("1", "2", "3", "4", "5");

    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void theOrderOfWeightedRowsShowsInTheLastDigitAtMost(long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 70_000).boxed().toList());
        double[] weights = random.doubles(70_000, 0, 1)
                .map(power -> Math.pow(10, 12 * power))
                .toArray();
        List<String> answers = answers(random, 70_000);
        Collections.shuffle(order, random);

        WeightedCounts first = WeightedCounts.of(column("x", answers), weights);
        WeightedCounts other = WeightedCounts.of(
                column("x", order.stream().map(answers::get).toList()),
                order.stream().mapToDouble(row -> weights[row]).toArray());

        for (int code = 0; code < CODES.size(); code++) {
            double weight = first.weight(code, 0);
            assertThat(other.weight(code, 0)).isCloseTo(weight, within(Math.ulp(weight)));
            assertThat(other.count(code, 0)).isEqualTo(first.count(code, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightThatIsNoneIsRefused(double weight) {
        CodedColumn column = column("x", List.of("1"));

        assertThatThrownBy(() -> WeightedCounts.of(column, new double[] {weight}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights must be finite and at least 0");
    }

    private static CodedColumn column(String name, List<String> answers) {
        return Columns.coded(name, CODES, answers);
    }

    /** One in eight missing. */
    private static List<String> answers(Random random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextInt(8) == 0 ? "" : CODES.get(random.nextInt(CODES.size())))
                .toList();
    }
}
