package io.earshot.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import io.earshot.dataset.NumberColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final NumberColumn X = Columns.numbers("x", 1, 2, 3, 4, 5, 6);

    @Test
    void aTermThatAnotherOneExplainsIsNamedAndLeftOut() {
        NumberColumn twice = Columns.numbers("twice", 2, 4, 6, 8, 10, 12);

        LinearRegression fit = LinearRegression.of(new double[] {1, 3, 2, 5, 4, 6}, List.of(X, twice), 0.95)
                .orElseThrow();

        assertThat(fit.aliased()).containsExactly("twice");
        assertThat(fit.coefficients()).hasSize(2);
        assertThat(fit.coefficients().get(1).estimate()).isCloseTo(31.0 / 35, within(1e-12));
    }

    @Test
    void aRowWithoutAValueIsLeftOutAndCounted() {
        LinearRegression fit = LinearRegression.of(new double[] {1, 3, 2, 5, Double.NaN, 6}, List.of(X), 0.95)
                .orElseThrow();

        assertThat(fit.n()).isEqualTo(5);
        assertThat(fit.excluded()).isEqualTo(1);
    }

    @Test
    void doublingEveryWeightChangesNoCoefficient() {
        double[] y = {1, 3, 2, 5, 4, 6};
        double[] weights = {1, 2, 0, 1, 3, 1};
        double[] doubled = {2, 4, 0, 2, 6, 2};

        LinearRegression once =
                LinearRegression.weighted(y, weights, List.of(X), 0.95).orElseThrow();
        LinearRegression twice =
                LinearRegression.weighted(y, doubled, List.of(X), 0.95).orElseThrow();

        assertThat(once.degreesOfFreedom()).isEqualTo(3);
        assertThat(twice.coefficients().get(1).p())
                .isCloseTo(once.coefficients().get(1).p(), within(1e-12));
    }

    @Test
    void anOutcomeThatNeverVariesHasNothingToExplain() {
        assertThat(reason(LinearRegression.of(new double[] {4, 4, 4, 4, 4, 4}, List.of(X), 0.95)))
                .isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(LogisticRegression.of(new double[] {1, 1, 1, 1, 1, 1}, List.of(X), 0.95)))
                .isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void oneRespondentOrNoneMakesNoModel() {
        NumberColumn one = Columns.numbers("x", 3);
        NumberColumn none = Columns.numbers("x", Double.NaN);

        assertThat(reason(LinearRegression.of(new double[] {1}, List.of(one), 0.95)))
                .isEqualTo(Reason.NO_VARIATION);
        assertThat(reason(LinearRegression.of(new double[] {1}, List.of(none), 0.95)))
                .isEqualTo(Reason.NO_ANSWERS);
        assertThat(reason(LogisticRegression.of(new double[] {1}, List.of(none), 0.95)))
                .isEqualTo(Reason.NO_ANSWERS);
        assertThat(reason(KeyDrivers.of(new double[] {1}, List.of(one)))).isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void asManyCoefficientsAsAnswersLeaveNoError() {
        assertThat(reason(LinearRegression.of(new double[] {1, 3}, List.of(Columns.numbers("x", 1, 2)), 0.95)))
                .isEqualTo(Reason.TOO_FEW_ANSWERS);
    }

    @Test
    void aLineThroughTwoPointsHasItsSlopeAndNoError() {
        LinearEstimates line = LinearEstimates.of(
                        new double[] {1, 5, 9}, List.of(Columns.numbers("x", 1, 3, Double.NaN)), 0.95)
                .orElseThrow();

        assertThat(line.terms()).containsExactly("(Intercept)", "x");
        assertThat(line.estimates().get(0)).isCloseTo(-1, within(1e-12));
        assertThat(line.estimates().get(1)).isCloseTo(2, within(1e-12));
        assertThat(line.n()).isEqualTo(2);
        assertThat(line.excluded()).isEqualTo(1);
        assertThat(line.degreesOfFreedom()).isZero();
        assertThat(line.inference())
                .isEqualTo(Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS,
                        "2 answers for 2 coefficients leave nothing to estimate their error from"));
    }

    @Test
    void completeSeparationIsSaidAndFirthIsFinite() {
        double[] y = {0, 0, 0, 1, 1, 1};

        assertThat(reason(LogisticRegression.of(y, List.of(X), 0.95))).isEqualTo(Reason.SEPARATION);
        assertThat(Separation.of(y, List.of(X)).orElseThrow().separated()).isTrue();
        // R: Newton on log L + log|I| / 2, as logistf does
        FirthRegression firth = FirthRegression.of(y, List.of(X), 0.95).orElseThrow();
        assertThat(firth.coefficients().get(0).estimate()).isCloseTo(-3.95119370997238, within(1e-9));
        assertThat(firth.coefficients().get(1).estimate()).isCloseTo(1.12891248856354, within(1e-9));
        assertThat(firth.coefficients().get(1).standardError()).isCloseTo(0.854908336687932, within(1e-9));
        assertThat(firth.penalisedLogLikelihood()).isCloseTo(-1.28968069718022, within(1e-9));
    }

    @Test
    void aCodeWithOneOutcomeOnlyIsQuasiSeparation() {
        CodedColumn group = Columns.coded("g", List.of("a", "b"), "a", "a", "a", "a", "b", "b", "b");
        double[] y = {0, 1, 1, 0, 1, 1, 1};

        assertThat(reason(LogisticRegression.of(y, List.of(group), 0.95))).isEqualTo(Reason.SEPARATION);
        assertThat(reason(MultinomialRegression.of(
                        Columns.coded("y", List.of("n", "y"), "n", "y", "y", "n", "y", "y", "y"),
                        List.of(group),
                        0.95)))
                .isEqualTo(Reason.SEPARATION);
    }

    @Test
    void overlapIsNoSeparation() {
        assertThat(Separation.of(new double[] {0, 1, 0, 1, 0, 1}, List.of(X))
                        .orElseThrow()
                        .separated())
                .isFalse();
    }

    @Test
    void anOrderedOutcomeThatFollowsThePredictorIsSeparated() {
        CodedColumn y = Columns.coded("y", List.of("low", "mid", "high"), "low", "low", "mid", "mid", "high", "high");

        assertThat(reason(OrdinalRegression.of(y, List.of(X), 0.95))).isEqualTo(Reason.SEPARATION);
    }

    @Test
    void choicesOfSeveralRowsPerSetAreExact() {
        double[] chosen = {1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0};
        double[] set = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
        NumberColumn a = Columns.numbers("a", 3, 1, 2, 0, 1, 2, 4, 3, 2, 5, 1, 1);
        NumberColumn b = Columns.numbers("b", 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0);
        NumberColumn same = Columns.numbers("same", 7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9);

        ConditionalLogit fit =
                ConditionalLogit.of(chosen, set, List.of(a, b, same), 0.95).orElseThrow();

        // R: survival::clogit(chosen ~ a + b + strata(set))
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(0.274911482348414, within(1e-9));
        assertThat(fit.coefficients().get(1).standardError()).isCloseTo(1.094718822588331, within(1e-8));
        assertThat(fit.nullLogLikelihood()).isCloseTo(-5.37527840768417, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-5.01660126867008, within(1e-9));
        assertThat(fit.aliased()).containsExactly("same");
    }

    @Test
    void setsWhereNothingWasChosenTellNothing() {
        assertThat(reason(ConditionalLogit.of(
                        new double[] {0, 0, 1, 1},
                        new double[] {1, 1, 2, 2},
                        List.of(Columns.numbers("a", 1, 2, 3, 4)),
                        0.95)))
                .isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void sharesOfDriversAddUpToWhatTheyExplain() {
        NumberColumn z = Columns.numbers("z", 2, 1, 4, 3, 6, 6);

        KeyDrivers drivers =
                KeyDrivers.of(new double[] {1, 3, 2, 5, 4, 6}, List.of(X, z)).orElseThrow();

        double lmg =
                drivers.drivers().stream().mapToDouble(KeyDrivers.Driver::lmg).sum();
        double johnson = drivers.drivers().stream()
                .mapToDouble(KeyDrivers.Driver::relativeWeight)
                .sum();
        assertThat(lmg).isCloseTo(drivers.rSquared(), within(1e-12));
        assertThat(johnson).isCloseTo(drivers.rSquared(), within(1e-12));
    }

    /** Drivers that correlate 0.3 with each other and differ in what they do; all orders of twelve are known exactly. */
    @Test
    void ordersDrawnAtRandomComeWithinTheirErrorOfAllOrders() {
        double[][] among = new double[12][12];
        double[] toOutcome = new double[12];
        for (int i = 0; i < 12; i++) {
            Arrays.fill(among[i], 0.3);
            among[i][i] = 1;
            toOutcome[i] = 0.25 + 0.02 * i;
        }

        Shapley all = Shapley.of(among, toOutcome);
        Shapley drawn = Shapley.sampled(among, toOutcome, Shapley.SEED);

        for (int i = 0; i < 12; i++) {
            assertThat(all.errors()[i]).isZero();
            assertThat(drawn.errors()[i]).isBetween(1e-7, 0.002);
            assertThat(drawn.shares()[i]).isCloseTo(all.shares()[i], within(4 * drawn.errors()[i]));
        }
        assertThat(Arrays.stream(drawn.shares()).sum())
                .isCloseTo(Arrays.stream(all.shares()).sum(), within(1e-12));
    }

    @Test
    void beyondTwelveDriversOrdersAreDrawnAndTheDrawIsTheSameEveryTime() {
        Random random = new Random(5);
        List<NumberColumn> many = IntStream.range(0, 14)
                .mapToObj(i -> Columns.numbers("d" + i, random.doubles(60).toArray()))
                .toList();
        double[] y = random.doubles(60).toArray();

        KeyDrivers once = KeyDrivers.of(y, many).orElseThrow();

        assertThat(once.lmgIsSampled()).isTrue();
        assertThat(once.drivers().stream().mapToDouble(KeyDrivers.Driver::lmg).sum())
                .isCloseTo(once.rSquared(), within(1e-12));
        assertThat(once.drivers())
                .allSatisfy(driver -> assertThat(driver.lmgError()).isPositive());
        assertThat(KeyDrivers.of(y, many).orElseThrow()).isEqualTo(once);
    }

    @Test
    void driversThatCannotBeToldApartAreRefused() {
        NumberColumn twice = Columns.numbers("twice", 2, 4, 6, 8, 10, 12);
        NumberColumn constant = Columns.numbers("constant", 5, 5, 5, 5, 5, 5);
        double[] y = {1, 3, 2, 5, 4, 6};

        assertThat(reason(KeyDrivers.of(y, List.of(X, twice)))).isEqualTo(Reason.SINGULAR);
        assertThat(reason(KeyDrivers.of(y, List.of(X, constant)))).isEqualTo(Reason.NO_VARIATION);
    }

    @Test
    void pointsOnACurveHaveNoErrorAtAll() {
        // NIST Wampler1: y = 1 + x + x² + x³ + x⁴ + x⁵ for x from 0 to 20
        double[] x = IntStream.rangeClosed(0, 20).asDoubleStream().toArray();
        double[] y = IntStream.rangeClosed(0, 20)
                .mapToDouble(i -> 1 + i + Math.pow(i, 2) + Math.pow(i, 3) + Math.pow(i, 4) + Math.pow(i, 5))
                .toArray();

        PolynomialRegression fit = PolynomialRegression.of(y, "x", x, 5, 0.95).orElseThrow();

        assertThat(fit.coefficients()).allSatisfy(one -> {
            assertThat(one.estimate()).isEqualTo(1);
            assertThat(one.standardError()).isZero();
        });
        assertThat(fit.rSquared()).isEqualTo(1);
        assertThat(fit.f()).isInfinite();
    }

    @Test
    void aCurveNeedsMoreValuesThanItsDegree() {
        assertThat(reason(PolynomialRegression.of(
                        new double[] {1, 2, 3, 4, 5}, "x", new double[] {1, 1, 2, 2, 2}, 2, 0.95)))
                .isEqualTo(Reason.SINGULAR);
    }

    @Test
    void anOutcomeThatIsNeitherYesNorNoIsRefused() {
        assertThatThrownBy(() -> LogisticRegression.of(new double[] {0, 1, 2, 0, 1, 0}, List.of(X), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0");
    }

    private static Reason reason(Outcome<?> outcome) {
        return outcome.cases(
                value -> {
                    throw new AssertionError("defined: " + value);
                },
                Outcome.Undefined::reason);
    }
}
