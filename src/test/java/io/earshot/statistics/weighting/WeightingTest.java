package io.earshot.statistics.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightingTest {
    private static final CodedColumn SEX = Columns.coded("sex", List.of("f", "m"), "f", "f", "f", "m", "m", "");
    private static final CodedColumn AGE = Columns.coded("age", List.of("y", "o"), "y", "o", "y", "o", "y", "o");
    private static final double[] ONES = {1, 1, 1, 1, 1, 1};

    @Test
    void rakedSharesMeetAllMarginsAndTheTotal() {
        Raking raked = Raking.of(
                        List.of(
                                new Margin(SEX, Map.of("f", 50.0, "m", 50.0)),
                                new Margin(AGE, Map.of("y", 0.4, "o", 0.6))),
                        ONES,
                        600)
                .orElseThrow();

        assertThat(raked.achieved().get(0).get("f")).isCloseTo(0.5, within(1e-10));
        assertThat(raked.achieved().get(1).get("y")).isCloseTo(0.4, within(1e-10));
        assertThat(Arrays.stream(raked.weights()).sum()).isCloseTo(600, within(1e-9));
    }

    @Test
    void aTargetWithoutPeopleAndPeopleWithoutATargetAreNamed() {
        CodedColumn nobody = Columns.coded("sex", List.of("f", "m", "x"), "f", "f", "f", "m", "m", "m");

        Outcome<Raking> empty = Raking.of(List.of(new Margin(nobody, Map.of("f", 0.5, "m", 0.4, "x", 0.1))), ONES);
        Outcome<Raking> untargeted = Raking.of(List.of(new Margin(SEX, Map.of("f", 1.0))), ONES);

        assertThat(reason(empty)).isEqualTo(Reason.TARGET_MISMATCH);
        assertThat(reason(untargeted)).isEqualTo(Reason.TARGET_MISMATCH);
    }

    @Test
    void aWeightOfZeroStaysZero() {
        double[] base = {0, 1, 1, 1, 1, 1};

        Raking raked = Raking.of(List.of(new Margin(AGE, Map.of("y", 0.5, "o", 0.5))), base)
                .orElseThrow();

        assertThat(raked.weights()[0]).isZero();
        assertThat(Arrays.stream(raked.weights()).sum()).isCloseTo(5, within(1e-12));
    }

    @Test
    void marginsThatContradictEachOtherAreSaidNotToConverge() {
        CodedColumn a = Columns.coded("a", List.of("1", "2"), "1", "1", "2");
        CodedColumn b = Columns.coded("b", List.of("1", "2"), "1", "1", "2");

        assertThat(reason(Raking.of(
                        List.of(new Margin(a, Map.of("1", 0.5, "2", 0.5)), new Margin(b, Map.of("1", 0.9, "2", 0.1))),
                        new double[] {1, 1, 1})))
                .isEqualTo(Reason.NOT_CONVERGED);
    }

    @Test
    void postStratifiedCellsAddUpToTheirPeople() {
        PostStratification result = PostStratification.of(new Margin(SEX, Map.of("f", 300.0, "m", 100.0)), ONES)
                .orElseThrow();

        assertThat(result.weights()).containsExactly(100, 100, 100, 50, 50, 1);
        assertThat(result.unplaced()).isEqualTo(1);
    }

    @Test
    void trimmingKeepsTheSum() {
        Trimming trimmed =
                Trimming.of(new double[] {1, 1, 1, 1, 1, 7}, 0, 3, true).orElseThrow();

        assertThat(Arrays.stream(trimmed.weights()).sum()).isCloseTo(12, within(1e-12));
        assertThat(Arrays.stream(trimmed.weights()).max().orElseThrow()).isCloseTo(3, within(1e-12));
    }

    @Test
    void boundsThatExcludeTheMeanAreTooTight() {
        assertThat(reason(Trimming.of(new double[] {1, 1, 4}, 0, 1.5, true))).isEqualTo(Reason.BOUNDS_TOO_TIGHT);
    }

    @Test
    void equalWeightsCostNothingHoweverLarge() {
        WeightDiagnostics huge = WeightDiagnostics.of(1e300, 1e300, 1e300).orElseThrow();

        assertThat(huge.nEffective()).isCloseTo(3, within(1e-12));
        assertThat(huge.deff()).isCloseTo(1, within(1e-12));
    }

    @Test
    void weightsThatAreAllZeroHaveNoDesignEffect() {
        assertThat(reason(WeightDiagnostics.of(0, 0))).isEqualTo(Reason.NO_WEIGHT);
    }

    @Test
    void aNegativeWeightIsRefused() {
        assertThatThrownBy(() -> WeightDiagnostics.of(1, -2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-2.0");
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.cases(
                value -> {
                    throw new AssertionError("defined: " + value);
                },
                Outcome.Undefined::reason);
    }
}
