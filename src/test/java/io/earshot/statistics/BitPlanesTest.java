package io.earshot.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitPlanesTest {
    @ParameterizedTest
    @CsvSource({"5, 3, 4096", "5, 11, 64", "2, 128, 65", "512, 7, 1000", "300, 512, 4095", "1, 5, 63", "255, 256, 1"})
    void sumsByBitsAreThoseOfRowsOneByOne(int codes, int others, int rows) {
        Random random = new Random(codes + others + rows);
        int[] x = scores(random, codes, rows);
        int[] y = scores(random, others, rows);
        BitPlanes first = planes(x, codes);
        BitPlanes second = planes(y, others);
        // What an earlier block leaves must not show.
        first.read(0, rows);
        second.read(0, rows);
        first.read(0, rows / 2);
        second.read(0, rows / 2);

        first.read(0, rows);
        second.read(0, rows);

        int words = BitPlanes.words(rows);
        long products = 0;
        long sum = 0;
        long both = 0;
        for (int row = 0; row < rows; row++) {
            if (x[row] >= 0 && y[row] >= 0) {
                products += (long) x[row] * y[row];
                sum += x[row];
                both++;
            }
        }
        assertThat(first.products(second, words)).isEqualTo(products);
        assertThat(second.products(first, words)).isEqualTo(products);
        assertThat(first.sum(second.answered(), words)).isEqualTo(sum);
        assertThat(first.count(second.answered(), words)).isEqualTo(both);
        first.keep(second.answered(), words);
        assertThat(first.products(first, words))
                .isEqualTo(IntStream.range(0, rows)
                        .filter(row -> x[row] >= 0 && y[row] >= 0)
                        .mapToLong(row -> (long) x[row] * x[row])
                        .sum());
    }

    private static BitPlanes planes(int[] scores, int codes) {
        List<String> labels =
                IntStream.range(0, codes).mapToObj(Integer::toString).toList();
        CodedColumn column = Columns.coded(
                "x",
                labels,
                IntStream.of(scores)
                        .mapToObj(score -> score < 0 ? "" : Integer.toString(score))
                        .toList());
        return new BitPlanes(column, IntStream.range(0, codes).toArray());
    }

    /** One in nine missing. */
    private static int[] scores(Random random, int codes, int rows) {
        return IntStream.range(0, rows)
                .map(row -> random.nextInt(9) == 0 ? -1 : random.nextInt(codes))
                .toArray();
    }
}
