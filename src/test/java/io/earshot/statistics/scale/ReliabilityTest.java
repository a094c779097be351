package io.earshot.statistics.scale;

import static io.earshot.dataset.Columns.coded;
import static io.earshot.statistics.Undefineds.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Bfi;
import io.earshot.statistics.Near;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {
    private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");

    /** R: psych::alpha of the complete cases, reversed items as 7 - x. */
    @ParameterizedTest
    @CsvSource({
        "A, A1,        2709, 0.703755894374836",
        "C, C4 C5,     2707, 0.729277203170442",
        "E, E1 E2,     2713, 0.760932639469552",
        "N, '',        2694, 0.813303143161439",
        "O, O2 O5,     2726, 0.602546428577184"
    })
    void theFiveScalesOfTheBfiHaveTheAlphasOfR(String scale, String reversed, long n, double alpha) {
        List<CodedColumn> items = Bfi.items(scale + 1, scale + 2, scale + 3, scale + 4, scale + 5);

        Set<String> turned = reversed.isEmpty() ? Set.of() : Set.of(reversed.split(" "));

        Reliability reliability = Reliability.of(scale, items, turned, 0.95).orElseThrow();

        assertThat(reliability.n()).isEqualTo(n);
        assertThat(reliability.excluded()).isEqualTo(2800 - n);
        assertThat(reliability.alpha().estimate()).isCloseTo(alpha, Near.to(alpha));
    }

    /** R: 1 - (1 - alpha) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)); item.stats and alpha.drop of psych::alpha. */
    @Test
    void agreeablenessHasTheIntervalAndItemsOfR() {
        Reliability reliability = Reliability.of("A", Bfi.items("A1", "A2", "A3", "A4", "A5"), Set.of("A1"), 0.95)
                .orElseThrow();

        assertThat(reliability.alpha().low()).isCloseTo(0.6857446350496608, Near.to(0.68));
        assertThat(reliability.alpha().high()).isCloseTo(0.7210359627957389, Near.to(0.72));
        Reliability.Item a1 = reliability.items().get(0);
        assertThat(a1.reversed()).isTrue();
        assertThat(a1.mean()).isCloseTo(4.5876707272056105, Near.to(4.5));
        assertThat(a1.sd()).isCloseTo(1.404575268451181, Near.to(1.4));
        assertThat(a1.itemRestCorrelation().orElseThrow()).isCloseTo(0.31140130058016213, Near.to(0.31));
        assertThat(a1.alphaIfDropped().orElseThrow()).isCloseTo(0.7179720565650483, Near.to(0.71));
    }

    @Test
    void theOrderOfItemsDoesNotMatter() {
        List<CodedColumn> items = Bfi.items("A1", "A2", "A3", "A4", "A5");
        List<CodedColumn> backwards = new ArrayList<>(items);
        Collections.reverse(backwards);

        double alpha = Reliability.of("A", items, Set.of("A1"), 0.95)
                .orElseThrow()
                .alpha()
                .estimate();

        assertThat(Reliability.of("A", backwards, Set.of("A1"), 0.95)
                        .orElseThrow()
                        .alpha()
                        .estimate())
                .isCloseTo(alpha, Near.to(alpha));
    }

    @Test
    void itemsThatAreAllTheSameHaveAnAlphaOfOne() {
        CodedColumn a = coded("a", FIVE, "1", "4", "2", "5");
        CodedColumn b = coded("b", FIVE, "1", "4", "2", "5");

        Reliability reliability =
                Reliability.of("s", List.of(a, b), Set.of(), 0.95).orElseThrow();

        assertThat(reliability.alpha().estimate()).isCloseTo(1, Near.to(1));
        assertThat(reason(reliability.items().get(0).alphaIfDropped())).isEqualTo(Reason.TOO_FEW_VARIABLES);
    }

    @Test
    void aScaleThatNobodyVariesOnHasNoAlpha() {
        CodedColumn a = coded("a", FIVE, "3", "3", "3");
        CodedColumn b = coded("b", FIVE, "2", "2", "2");

        assertThat(reason(Reliability.of("s", List.of(a, b), Set.of(), 0.95))).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void oneItemOrOneRespondentIsTooFew() {
        CodedColumn a = coded("a", FIVE, "3", "");
        CodedColumn b = coded("b", FIVE, "2", "1");

        assertThat(reason(Reliability.of("s", List.of(a), Set.of(), 0.95))).isEqualTo(Reason.TOO_FEW_VARIABLES);
        assertThat(reason(Reliability.of("s", List.of(a, b), Set.of(), 0.95))).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void anItemThatIsNotOfTheScaleCannotBeReversed() {
        CodedColumn a = coded("a", FIVE, "3", "2");

        assertThatThrownBy(() -> Reliability.of("s", List.of(a, a), Set.of("z"), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("z");
    }
}
