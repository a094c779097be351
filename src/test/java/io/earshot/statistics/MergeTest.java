package io.earshot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parts give together is what the whole gives; over data invented from seeds. */
class MergeTest {
    private static final List<String> CODES = List.of("1", "2", "3", "4", "5");

    /** Rounding of sums of doubles, relative to the result. */
    private static final double ROUNDING = 1e-13;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void countsOfPartsAreThoseOfTheWholeInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<String> x = answers(random, 3000);
        List<String> y = answers(random, 3000);
        List<Integer> cuts = cuts(random, 3000);

        List<CodeCounts> single = new ArrayList<>();
        List<JointCounts> joint = new ArrayList<>();
        for (int part = 0; part < cuts.size() - 1; part++) {
            CodedColumn first = column("x", x.subList(cuts.get(part), cuts.get(part + 1)));
            CodedColumn second = column("y", y.subList(cuts.get(part), cuts.get(part + 1)));
            single.add(CodeCounts.of(first));
            joint.add(JointCounts.of(first, second));
        }
        Collections.shuffle(single, random);
        Collections.shuffle(joint, random);
        CodeCounts counts = single.stream().reduce(CodeCounts::merge).orElseThrow();
        JointCounts table = joint.stream().reduce(JointCounts::merge).orElseThrow();

        assertThat(counts.counts()).isEqualTo(CodeCounts.of(column("x", x)).counts());
        assertThat(counts.missing())
                .isEqualTo(x.stream().filter(String::isEmpty).count());
        JointCounts whole = JointCounts.of(column("x", x), column("y", y));
        assertThat(table.counts()).isDeepEqualTo(whole.counts());
        assertThat(table.excluded()).isEqualTo(whole.excluded());
        assertThat(table.n() + table.excluded()).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 140_000})
    void chunksLoseNoRow(int rows) {
        CodedColumn x = column("x", answers(new Random(rows), rows));
        CodedColumn y = column("y", answers(new Random(rows + 1), rows));
        long[] counted = new long[CODES.size()];
        long[][] joint = new long[CODES.size()][CODES.size()];
        for (int row = 0; row < rows; row++) {
            if (x.index(row) >= 0) {
                counted[x.index(row)]++;
                if (y.index(row) >= 0) {
                    joint[x.index(row)][y.index(row)]++;
                }
            }
        }

        assertThat(CodeCounts.of(x).counts()).isEqualTo(counted);
        assertThat(JointCounts.of(x, y).counts()).isDeepEqualTo(joint);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void coMomentsOfPartsAreThoseOfTheWhole(long seed) {
        Random random = new Random(seed);
        double[][] rows = IntStream.range(0, 2000)
                .mapToObj(row -> random.doubles(3, 1e6, 1e6 + 5).toArray())
                .toArray(double[][]::new);
        List<Integer> cuts = cuts(random, rows.length);

        // An array without rows does not know how many variables it has.
        CoMoments merged = IntStream.range(0, cuts.size() - 1)
                .filter(part -> cuts.get(part) < cuts.get(part + 1))
                .mapToObj(part -> CoMoments.of(Arrays.copyOfRange(rows, cuts.get(part), cuts.get(part + 1))))
                .reduce(CoMoments::merge)
                .orElseThrow();

        CoMoments whole = CoMoments.of(rows);
        assertThat(merged.n()).isEqualTo(whole.n());
        for (int i = 0; i < 3; i++) {
            assertThat(merged.mean(i)).isCloseTo(whole.mean(i), within(1e6 * ROUNDING));
            for (int j = 0; j < 3; j++) {
                assertThat(merged.covariance(i, j)).isCloseTo(whole.covariance(i, j), within(10 * ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void scalesSummedInWholeNumbersAreAsTheSameNumbersSummedAsDoubles(long seed) {
        Random random = new Random(seed);
        List<CodedColumn> columns = IntStream.range(0, 5)
                .mapToObj(i -> column("x" + i, answers(random, 5000)))
                .toList();
        double[][] rows = IntStream.range(0, 5000)
                .mapToObj(row -> columns.stream()
                        .mapToDouble(column -> column.score(row))
                        .toArray())
                .toArray(double[][]::new);

        CoMoments whole = CoMoments.of(columns);
        CoMoments doubles = CoMoments.of(rows);
        PairMoments pairs = PairMoments.of(columns);

        assertThat(whole.n()).isEqualTo(doubles.n());
        assertThat(whole.excluded()).isEqualTo(doubles.excluded()).isPositive();
        for (int i = 0; i < 5; i++) {
            assertThat(whole.mean(i)).isCloseTo(doubles.mean(i), within(ROUNDING));
            for (int j = 0; j < 5; j++) {
                CoMoments both = CoMoments.of(List.of(columns.get(i), columns.get(j)));
                assertThat(whole.covariance(i, j)).isCloseTo(doubles.covariance(i, j), within(ROUNDING));
                assertThat(pairs.n(i, j)).isEqualTo(both.n());
                assertThat(pairs.covariance(i, j)).isCloseTo(both.covariance(0, 1), within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theNumberOfThreadsDoesNotShow(int threads) throws InterruptedException, ExecutionException {
        Random random = new Random(11);
        double[] values = random.doubles(200_000).toArray();
        double[] weights = random.doubles(200_000, 0, 3).toArray();
        CodedColumn column = column("x", answers(random, 200_000));
        ForkJoinPool pool = new ForkJoinPool(threads);

        WeightedMoments moments =
                pool.submit(() -> WeightedMoments.of(values, weights)).get();
        double weight = pool.submit(() -> WeightedCounts.of(column, weights).weight(2, 0))
                .get();
        pool.shutdown();

        assertThat(moments).isEqualTo(WeightedMoments.of(values, weights));
        assertThat(weight).isEqualTo(WeightedCounts.of(column, weights).weight(2, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 13})
    void weightsOfOneAreNoWeights(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(1000, 10, 20).toArray();
        double[] ones = new double[1000];
        Arrays.fill(ones, 1);
        CodedColumn x = column("x", answers(random, 1000));
        CodedColumn y = column("y", answers(random, 1000));

        WeightedMoments moments = WeightedMoments.of(values, ones);
        WeightedCounts table = WeightedCounts.of(x, y, ones);

        assertThat(moments.mean()).isCloseTo(Moments.mean(values), within(20 * ROUNDING));
        assertThat(moments.variance().orElseThrow()).isCloseTo(Moments.variance(values), within(20 * ROUNDING));
        assertThat(moments.nEffective()).isEqualTo(1000);
        JointCounts counts = JointCounts.of(x, y);
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                assertThat(table.weight(i, j)).isEqualTo(counts.count(i, j));
            }
        }
        assertThat(table.nEffective()).isEqualTo(counts.n());
        assertThat(table.excluded()).isEqualTo(counts.excluded());
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void rowsTwiceAreWeightsDoubled(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(1000, -1, 1).toArray();
        double[] weights = random.doubles(1000, 0, 3).toArray();
        List<String> answers = answers(random, 1000);
        List<String> twice = new ArrayList<>(answers);
        twice.addAll(answers);
        double[] doubled = Arrays.stream(weights).map(weight -> 2 * weight).toArray();

        WeightedMoments rows = WeightedMoments.of(twice(values), twice(weights));
        WeightedMoments heavier = WeightedMoments.of(values, doubled);
        WeightedCounts tableOfRows = WeightedCounts.of(column("x", twice), twice(weights));
        WeightedCounts tableOfWeights = WeightedCounts.of(column("x", answers), doubled);

        assertThat(rows.mean()).isCloseTo(heavier.mean(), within(ROUNDING));
        assertThat(rows.populationVariance().orElseThrow())
                .isCloseTo(heavier.populationVariance().orElseThrow(), within(ROUNDING));
        for (int code = 0; code < CODES.size(); code++) {
            assertThat(tableOfRows.weight(code, 0)).isCloseTo(tableOfWeights.weight(code, 0), within(1000 * ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17, 18})
    void theOrderOfRowsDoesNotShow(long seed) {
        Random random = new Random(seed);
        int rows = 2000;
        List<String> x = answers(random, rows);
        List<String> y = answers(random, rows);
        double[] values = random.doubles(rows, 10, 20).toArray();
        double[] weights = random.doubles(rows, 0, 3).toArray();
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, random);
        double[] shuffled = order.stream().mapToDouble(row -> values[row]).toArray();
        double[] shuffledWeights =
                order.stream().mapToDouble(row -> weights[row]).toArray();
        CodedColumn first = column("x", order.stream().map(x::get).toList());
        CodedColumn second = column("y", order.stream().map(y::get).toList());

        JointCounts table = JointCounts.of(first, second);

        assertThat(table.counts())
                .isDeepEqualTo(JointCounts.of(column("x", x), column("y", y)).counts());
        assertThat(CodeCounts.of(first).counts())
                .isEqualTo(CodeCounts.of(column("x", x)).counts());
        assertThat(Moments.mean(shuffled)).isCloseTo(Moments.mean(values), within(20 * ROUNDING));
        assertThat(Moments.variance(shuffled)).isCloseTo(Moments.variance(values), within(20 * ROUNDING));
        WeightedMoments moments = WeightedMoments.of(shuffled, shuffledWeights);
        WeightedMoments before = WeightedMoments.of(values, weights);
        assertThat(moments.mean()).isCloseTo(before.mean(), within(20 * ROUNDING));
        assertThat(moments.variance().orElseThrow()).isCloseTo(before.variance().orElseThrow(), within(20 * ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(longs = {19, 20})
    void rowsTwiceAreCountsTwiceAndWeightsOfTwo(long seed) {
        Random random = new Random(seed);
        List<String> x = answers(random, 1000);
        List<String> y = answers(random, 1000);
        List<String> xTwice = new ArrayList<>(x);
        xTwice.addAll(x);
        List<String> yTwice = new ArrayList<>(y);
        yTwice.addAll(y);
        double[] twos = new double[1000];
        Arrays.fill(twos, 2);

        JointCounts twice = JointCounts.of(column("x", xTwice), column("y", yTwice));

        JointCounts once = JointCounts.of(column("x", x), column("y", y));
        WeightedCounts weighted = WeightedCounts.of(column("x", x), column("y", y), twos);
        for (int i = 0; i < CODES.size(); i++) {
            for (int j = 0; j < CODES.size(); j++) {
                assertThat(twice.count(i, j)).isEqualTo(2 * once.count(i, j));
                assertThat(weighted.weight(i, j)).isEqualTo(twice.count(i, j));
            }
        }
        assertThat(twice.excluded()).isEqualTo(2 * once.excluded());
        // Weights all alike say no more than one person each.
        assertThat(weighted.nEffective()).isEqualTo(once.n());
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

    /** Where parts begin and end; some of them empty. */
    private static List<Integer> cuts(Random random, int rows) {
        List<Integer> cuts = new ArrayList<>(List.of(0, 0, rows));
        random.ints(6, 0, rows).forEach(cuts::add);
        Collections.sort(cuts);
        return cuts;
    }

    private static double[] twice(double... values) {
        double[] twice = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, twice, values.length, values.length);
        return twice;
    }
}
