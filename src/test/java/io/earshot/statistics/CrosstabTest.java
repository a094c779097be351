package io.earshot.statistics;

import static io.earshot.dataset.Columns.coded;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.dataset.CodedColumn;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrosstabTest {
    private static final List<String> AB = List.of("a", "b");
    private static final List<String> XYZ = List.of("x", "y", "z");

    /** R: chisq.test(table(bfi$gender, bfi$education), correct = FALSE). */
    @Test
    void genderByEducationIsThatOfR() {
        Crosstab table = Crosstab.of(Bfi.gender(), Bfi.education());

        assertThat(table.n()).isEqualTo(2577);
        assertThat(table.excluded()).isEqualTo(223);
        Independence test = table.test().orElseThrow();
        assertThat(test.chiSquare()).isCloseTo(21.6717780496226, Near.to(21.6));
        assertThat(test.degreesOfFreedom()).isEqualTo(4);
        assertThat(test.p()).isCloseTo(0.000232934638225592, Near.to(0.00023));
        assertThat(test.cramersV()).isCloseTo(0.0917043765866523, Near.to(0.09));
        assertThat(test.expectedTooSmall()).isFalse();
    }

    /** R: t <- as.table(rbind(c(12, 5, 7), c(3, 9, 4))); chisq.test(t)$expected, $stdres. */
    @Test
    void cellsHaveTheSharesAndResidualsOfR() {
        Crosstab table = Crosstab.of("r", "c", AB, XYZ, new long[][] {{12, 5, 7}, {3, 9, 4}}, 0);

        assertThat(table.rowShare(0, 0)).hasValue(12 / 24.0);
        assertThat(table.columnShare(0, 0)).hasValue(12 / 15.0);
        assertThat(table.totalShare(1, 2)).hasValue(4 / 40.0);
        assertThat(table.expected(0, 1)).hasValue(8.4);
        assertThat(table.adjustedResidual(0, 0).orElseThrow()).isCloseTo(2, Near.to(2));
        assertThat(table.adjustedResidual(1, 1).orElseThrow()).isCloseTo(2.300660838333259, Near.to(2.3));
    }

    @Test
    void theTableOfTwoHalvesIsThatOfTheWhole() {
        Random random = new Random(7);
        List<String> rows =
                IntStream.range(0, 200).mapToObj(i -> AB.get(random.nextInt(2))).toList();
        List<String> columns = IntStream.range(0, 200)
                .mapToObj(i -> XYZ.get(random.nextInt(3)))
                .toList();
        Crosstab whole = Crosstab.of(coded("r", AB, rows), coded("c", XYZ, columns));

        Crosstab first = Crosstab.of(coded("r", AB, rows.subList(0, 77)), coded("c", XYZ, columns.subList(0, 77)));
        Crosstab second = Crosstab.of(coded("r", AB, rows.subList(77, 200)), coded("c", XYZ, columns.subList(77, 200)));

        assertThat(first.plus(second)).isEqualTo(whole);
        assertThat(second.plus(first)).isEqualTo(whole);
    }

    @Test
    void doublingEveryoneDoublesChiSquareAndKeepsTheEffect() {
        Crosstab once = Crosstab.of("r", "c", AB, XYZ, new long[][] {{12, 5, 7}, {3, 9, 4}}, 0);

        Independence twice = once.plus(once).test().orElseThrow();

        double chiSquare = once.test().orElseThrow().chiSquare();
        assertThat(twice.chiSquare()).isCloseTo(2 * chiSquare, Near.to(chiSquare));
        assertThat(twice.cramersV()).isCloseTo(once.test().orElseThrow().cramersV(), Near.to(1));
    }

    @Test
    void turningTheTableRoundChangesNothing() {
        Independence test =
                Independence.of(new long[][] {{12, 5, 7}, {3, 9, 4}}).orElseThrow();

        Independence turned =
                Independence.of(new long[][] {{3, 12}, {9, 5}, {4, 7}}).orElseThrow();

        assertThat(turned.chiSquare()).isCloseTo(test.chiSquare(), Near.to(3));
        assertThat(turned.cramersVCorrected()).isCloseTo(test.cramersVCorrected(), Near.to(1));
    }

    @Test
    void emptyLinesAreShownAndNotTested() {
        Crosstab table = Crosstab.of("r", "c", AB, XYZ, new long[][] {{12, 0, 7}, {3, 0, 4}}, 0);

        assertThat(table.columnTotal(1)).isZero();
        assertThat(table.columnShare(0, 1)).isEmpty();
        assertThat(table.adjustedResidual(0, 1)).isEmpty();
        assertThat(table.test().orElseThrow().degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void fewPeopleMakeTheExpectedCountsTooSmall() {
        assertThat(Independence.of(new long[][] {{2, 1}, {1, 3}}).orElseThrow().expectedTooSmall())
                .isTrue();
    }

    @Test
    void oneRespondentOrNobodyGivesATableWithoutATest() {
        CodedColumn nobody = coded("r", AB);
        CodedColumn one = coded("r", AB, "a");

        assertThat(reason(Crosstab.of(nobody, nobody).test())).isEqualTo(Reason.NO_ANSWERS);
        assertThat(reason(Crosstab.of(one, one).test())).isEqualTo(Reason.TOO_FEW_CATEGORIES);
        assertThat(Crosstab.of(nobody, nobody).expected(0, 0)).isEmpty();
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> Crosstab.of(coded("r", AB, "a"), coded("c", AB)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1, 0");
    }
}
