package io.earshot.statistics;

import static io.earshot.dataset.Columns.coded;
import static io.earshot.dataset.Columns.variable;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.questionnaire.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    /** R: prop.test(922, 2784, correct = FALSE). */
    @Test
    void anItemOfTheBfiHasTheCountsAndWilsonIntervalsOfR() {
        Frequencies frequencies = Frequencies.of(Bfi.item("A1"), 0.95);

        assertThat(frequencies.n()).isEqualTo(2784);
        assertThat(frequencies.missing()).isEqualTo(16);
        Frequencies.Row first = frequencies.rows().get(0);
        assertThat(first.count()).isEqualTo(922);
        Interval share = first.share().orElseThrow();
        assertThat(share.estimate()).isCloseTo(0.3311781609195402, Near.to(0.33));
        assertThat(share.low()).isCloseTo(0.3139389470724833, Near.to(0.31));
        assertThat(share.high()).isCloseTo(0.34888262514215884, Near.to(0.35));
    }

    @Test
    void codesThatNobodyGaveKeepTheirRow() {
        Frequencies frequencies = Frequencies.of(coded("q", List.of("a", "b"), "a"), 0.95);

        assertThat(frequencies.rows()).extracting(Frequencies.Row::count).containsExactly(1L, 0L);
    }

    @Test
    void aShareOfNobodyIsNotDefined() {
        Frequencies frequencies = Frequencies.of(coded("q", List.of("a"), "", ""), 0.95);

        assertThat(frequencies.missing()).isEqualTo(2);
        assertThat(reason(frequencies.rows().get(0).share())).isEqualTo(Reason.NO_ANSWERS);
    }

    @Test
    void choicesOfAMultipleResponseAreSharesOfResponses() {
        MultipleColumn column = MultipleColumn.builder(variable("m", Measure.NOMINAL, true, List.of("a", "b")))
                .add(List.of("a", "b"))
                .add(List.of("a"))
                .add(List.of())
                .addMissing(Missing.NOT_ASKED)
                .build();

        Frequencies frequencies = Frequencies.of(column, 0.95);

        assertThat(frequencies.n()).isEqualTo(3);
        assertThat(frequencies.rows().get(0).share().orElseThrow().estimate()).isEqualTo(2 / 3.0);
        assertThat(frequencies.rows().get(1).share().orElseThrow().estimate()).isEqualTo(1 / 3.0);
    }

    @Test
    void wilsonHasWidthWhereAllAnsweredAlikeAndStaysInside() {
        Interval none = Share.wilson(0, 10, 0.95).orElseThrow();
        Interval all = Share.wilson(10, 10, 0.95).orElseThrow();

        assertThat(none.low()).isZero();
        assertThat(none.high()).isBetween(0.27, 0.28);
        assertThat(all.low()).isBetween(0.72, 0.73);
        assertThat(all.high()).isEqualTo(1);
    }

    /** R: prop.test(3e9, 8e9, correct = FALSE). */
    @Test
    void billionsOfAnswersAreCountedExactly() {
        Interval share = Share.wilson(3_000_000_000L, 8_000_000_000L, 0.95).orElseThrow();

        assertThat(share.estimate()).isEqualTo(0.375);
        assertThat(share.low()).isCloseTo(0.374989391443768, Near.to(0.375));
        assertThat(share.high()).isCloseTo(0.375010608676277, Near.to(0.375));
    }

    @Test
    void aConfidenceOfOneIsRefused() {
        assertThatThrownBy(() -> Share.wilson(1, 2, 1)).hasMessageContaining("confidence must be in (0, 1): 1.0");
    }
}
