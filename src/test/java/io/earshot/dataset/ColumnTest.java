package io.earshot.dataset;

import static io.earshot.dataset.Columns.coded;
import static io.earshot.dataset.Columns.numbers;
import static io.earshot.dataset.Columns.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.questionnaire.Measure;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnTest {
    @Test
    void whatIsAddedIsWhatIsRead() {
        CodedColumn column = coded("colour", List.of("red", "green"), "green", "", "red");

        assertThat(column.rows()).isEqualTo(3);
        assertThat(column.code(0)).contains("green");
        assertThat(column.index(2)).isZero();
        assertThat(column.missing(1)).contains(Missing.NO_ANSWER);
        assertThat(column.code(1)).isEmpty();
    }

    @Test
    void everyKindOfMissingIsKeptApart() {
        for (Missing kind : Missing.values()) {
            assertThat(CodedColumn.builder(variable("c", Measure.NOMINAL, false, List.of("a")))
                            .addMissing(kind)
                            .build()
                            .missing(0))
                    .contains(kind);
            assertThat(NumberColumn.builder(variable("n", Measure.SCALE, false, List.of()))
                            .add(1)
                            .addMissing(kind)
                            .build()
                            .missing(1))
                    .contains(kind);
            assertThat(TextColumn.builder(variable("t", Measure.TEXT, false, List.of()))
                            .addMissing(kind)
                            .build()
                            .missing(0))
                    .contains(kind);
        }
    }

    @Test
    void codesThatAreNumbersAreTheirOwnScores() {
        assertThat(coded("q", List.of("-1", "0.5", "7"), "7", "-1", "", "0.5").scores())
                .containsExactly(7, -1, Double.NaN, 0.5);
    }

    @Test
    void numbersComeBackExactlyHoweverTheyAreStored() {
        double[] values = {
            0,
            1,
            -127,
            127,
            Double.NaN,
            -128,
            32_767,
            -32_768,
            65_536,
            2_147_483_647d,
            -2_147_483_648d,
            0.07,
            19.99,
            -0.29,
            Double.NaN,
            21_474_836.47,
            0.005,
            1 / 3d,
            -0d,
            1e300,
            Double.MIN_VALUE,
            9_007_199_254_740_993d
        };

        for (int from = 0; from < values.length; from++) {
            for (int to = from + 1; to <= values.length; to++) {
                double[] some = Arrays.copyOfRange(values, from, to);
                assertThat(bits(numbers("n", some).scores())).containsExactly(bits(some));
            }
        }
    }

    @Test
    void numbersPutTogetherAreThoseOfTheParts() {
        double[][] parts = {{1, 2, Double.NaN}, {3}, {300, Double.NaN}, {0.25}, {70_000}, {1e-7}, {1, -0d}, {}};
        NumberColumn.Builder joined = NumberColumn.builder(variable("n", Measure.SCALE, false, List.of()));
        double[] all = {};

        for (double[] part : parts) {
            joined.addAll(numbers("n", part));
            all = DoubleStream.concat(Arrays.stream(all), Arrays.stream(part)).toArray();

            assertThat(bits(joined.build().scores())).containsExactly(bits(all));
        }
        assertThat(joined.build().count(Missing.NO_ANSWER)).isEqualTo(2);
    }

    private static long[] bits(double... values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void everyCodeOfASetIsKeptApart() {
        List<String> codes = IntStream.range(0, 75).mapToObj(Integer::toString).toList();
        MultipleColumn.Builder builder = MultipleColumn.builder(variable("m", Measure.NOMINAL, true, codes));
        for (String code : codes) {
            builder.add(List.of(code, "74"));
        }
        MultipleColumn column = MultipleColumn.builder(builder.build().variable())
                .addAll(builder.build())
                .build();

        for (int row = 0; row < codes.size(); row++) {
            assertThat(column.chosen(row))
                    .containsExactlyElementsOf(row == 74 ? List.of("74") : List.of(codes.get(row), "74"));
        }
    }

    @Test
    void codesThatAreWordsScoreTheirPosition() {
        assertThat(coded("q", List.of("low", "high"), "high", "low").scores()).containsExactly(2, 1);
    }

    @Test
    void aCodeOutsideOfTheListIsRefused() {
        assertThatThrownBy(() -> coded("colour", List.of("red"), "blue"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("blue");
    }

    @Test
    void listsOfManyCodesKeepEveryCode() {
        List<String> codes =
                IntStream.range(0, 40_000).mapToObj(Integer::toString).toList();

        CodedColumn column = coded("many", codes, codes);

        assertThat(IntStream.range(0, 40_000)).allMatch(row -> column.index(row) == row);
    }

    @Test
    void choosingNothingIsAnAnswerAndNotAMissing() {
        List<String> codes = IntStream.range(0, 70).mapToObj(i -> "c" + i).toList();
        MultipleColumn column = MultipleColumn.builder(variable("m", Measure.NOMINAL, true, codes))
                .add(List.of("c0", "c69"))
                .add(List.of())
                .addMissing(Missing.NOT_ASKED)
                .build();

        assertThat(column.chosen(0)).containsExactly("c0", "c69");
        assertThat(column.isMissing(1)).isFalse();
        assertThat(column.chosen(1)).isEmpty();
        assertThat(column.missing(2)).contains(Missing.NOT_ASKED);
    }

    @Test
    void aTimeComesBackToTheMicrosecond() {
        Instant time = Instant.parse("2026-11-22T05:38:02.123456Z");
        TimeColumn column = TimeColumn.builder(variable("t", Measure.DATE, false, List.of()))
                .add(time)
                .addMissing(Missing.INVALID)
                .build();

        assertThat(column.time(0)).contains(time);
        assertThat(column.time(1)).isEmpty();
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> numbers("x", Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }

    @Test
    void aDatasetRefusesColumnsOfAnotherLength() {
        assertThatThrownBy(() -> new Dataset(2, List.of(numbers("x", 1))))
                .hasMessageContaining("x must have 2 rows: 1");
    }

    @Test
    void aColumnIsFoundByItsNameAndKind() {
        NumberColumn x = numbers("x", 1);
        Dataset dataset = new Dataset(1, List.of(x));

        assertThat(dataset.column("x", NumberColumn.class)).isSameAs(x);
        assertThatThrownBy(() -> dataset.column("y")).hasMessageContaining("y");
        assertThatThrownBy(() -> dataset.column("x", CodedColumn.class)).hasMessageContaining("NumberColumn");
    }
}
