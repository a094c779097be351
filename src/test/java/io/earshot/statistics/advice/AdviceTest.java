package io.earshot.statistics.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import io.earshot.dataset.Missing;
import io.earshot.dataset.NumberColumn;
import io.earshot.questionnaire.Measure;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private static final List<String> POINTS = List.of("1", "2", "3", "4", "5");
    private static final double[] FIRST = {5.1, 6.2, 4.8, 7.0, 5.9, 6.6};
    private static final double[] SECOND = {4.0, 4.4, 5.2, 3.9, 4.7, 5.0};

    @Test
    void numbersOfTwoGroupsAreComparedByWelch() {
        NumberColumn outcome = Columns.numbers("spend", joined(FIRST, SECOND));
        CodedColumn groups = nominal("app", List.of("A", "B"), repeated("A", 6), repeated("B", 6));

        Advice advice = Advice.between(outcome, groups, 0.95).orElseThrow();

        // t.test(x, y); d's interval: the noncentralities of t with pt(t, 10, ncp) = .975 and .025, times √(1/6 + 1/6).
        assertThat(advice.method()).isEqualTo(Method.WELCH_T);
        assertThat(advice.p()).isCloseTo(0.00853125344520122, within(1e-12));
        isNear(advice.effect(), Measurement.COHENS_D, 1.974640282186, 0.526394575664, 3.361285288617);
        assertThat(advice.effect().size()).contains(Size.LARGE);
        assertThat(advice.effect().reading())
                .isEqualTo("the means are 1.97 standard deviations apart: large by Cohen (1988)"
                        + " (95 % interval from 0.526 to 3.36)");
        assertThat(advice.why()).contains("spend", "two groups", "means are compared");
    }

    @Test
    void numbersOfFewThatDoNotLookNormalAreRanked() {
        double[] skewed = {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 900};
        NumberColumn outcome = Columns.numbers("spend", joined(skewed, FIRST));
        CodedColumn groups = nominal("app", List.of("A", "B"), repeated("A", 8), repeated("B", 6));

        Advice advice = Advice.between(outcome, groups, 0.95).orElseThrow();

        assertThat(advice.method()).isEqualTo(Method.MANN_WHITNEY);
        assertThat(advice.why()).contains("doesn't look normal");
    }

    @Test
    void orderedAnswersOfThreeGroupsAreRanked() {
        CodedColumn outcome = Columns.coded(
                "ease", POINTS, "1", "2", "2", "3", "1", "2", "3", "3", "4", "2", "5", "4", "5", "4", "5", "5", "3",
                "4");
        CodedColumn groups =
                nominal("plan", List.of("A", "B", "C"), repeated("A", 6), repeated("B", 6), repeated("C", 6));

        Advice advice = Advice.between(outcome, groups, 0.95).orElseThrow();

        // kruskal.test; aov(rank(a) ~ g) and its noncentrality by pf(F, 2, 15, ncp).
        assertThat(advice.method()).isEqualTo(Method.KRUSKAL_WALLIS);
        assertThat(advice.p()).isCloseTo(0.00499015974691, within(1e-12));
        isNear(advice.effect(), Measurement.EPSILON_SQUARED, 0.62356321839080, 0.19984058159984, 0.75778016462670);
    }

    @Test
    void categoriesAreCrossed() {
        CodedColumn outcome = nominal("reason", List.of("x", "y"), repeated("x", 60), repeated("y", 60));
        CodedColumn groups = nominal(
                "plan",
                List.of("A", "B", "C"),
                repeated("A", 30),
                repeated("B", 20),
                repeated("C", 10),
                repeated("A", 15),
                repeated("B", 25),
                repeated("C", 20));

        Advice advice = Advice.between(outcome, groups, 0.95).orElseThrow();

        // chisq.test(t, correct = FALSE); noncentralities by pchisq(x, 2, ncp), over n, rooted.
        assertThat(advice.method()).isEqualTo(Method.CHI_SQUARE);
        assertThat(advice.p()).isCloseTo(0.0117436284570, within(1e-12));
        isNear(advice.effect(), Measurement.CRAMERS_V, 0.2721655269759, 0.0610645469615, 0.4389926846149);
        assertThat(advice.effect().size()).contains(Size.SMALL);
    }

    @Test
    void fewInATwoByTwoTableAreTestedExactly() {
        CodedColumn outcome = nominal("bought", List.of("yes", "no"), repeated("yes", 5), repeated("no", 6));
        CodedColumn groups = nominal(
                "plan", List.of("A", "B"), repeated("A", 4), repeated("B", 1), repeated("A", 1), repeated("B", 5));

        Advice advice = Advice.between(outcome, groups, 0.95).orElseThrow();

        assertThat(advice.method()).isEqualTo(Method.FISHER_EXACT);
        assertThat(advice.effect().measurement()).isEqualTo(Measurement.ODDS_RATIO);
        assertThat(advice.effect().interval().low()).isLessThan(1);
    }

    @Test
    void numbersOfTheSamePeopleArePaired() {
        Advice advice = Advice.paired(Columns.numbers("before", FIRST), Columns.numbers("after", SECOND), 0.95)
                .orElseThrow();

        // t.test(x, y, paired = TRUE); the noncentralities by pt(t, 5, ncp), over √6.
        assertThat(advice.method()).isEqualTo(Method.PAIRED_T);
        assertThat(advice.p()).isCloseTo(0.0295183588164601, within(1e-12));
        isNear(advice.effect(), Measurement.COHENS_D_Z, 1.231676850386, 0.111022286878, 2.292557138099);
    }

    @Test
    void categoriesOfTheSamePeopleAreAskedForTheirChanges() {
        CodedColumn before = nominal("before", List.of("no", "yes"), repeated("no", 30), repeated("yes", 20));
        CodedColumn after =
                nominal("after", List.of("no", "yes"), repeated("no", 18), repeated("yes", 29), repeated("no", 3));

        Advice advice = Advice.paired(before, after, 0.95).orElseThrow();

        // 12 became yes, 3 no: binom.test(12, 15).
        assertThat(advice.method()).isEqualTo(Method.MC_NEMAR);
        assertThat(advice.p()).isCloseTo(0.03515625, within(1e-9));
        isNear(advice.effect(), Measurement.COHENS_G, 0.3, 0.0191089, 0.4566880);
    }

    @Test
    void orderedAnswersAreRelatedByRanksAndNumbersByTheLine() {
        CodedColumn ease = Columns.coded("ease", POINTS, "1", "2", "3", "4", "5", "3");
        NumberColumn first = Columns.numbers("first", FIRST);
        NumberColumn second = Columns.numbers("second", SECOND);

        assertThat(Advice.related(ease, first, 0.95).orElseThrow().method()).isEqualTo(Method.SPEARMAN);
        assertThat(Advice.related(first, second, 0.95).orElseThrow().method()).isEqualTo(Method.PEARSON);
        assertThat(Advice.paired(ease, ease, 0.95)).isInstanceOf(Outcome.Undefined.class);
    }

    @Test
    void oneGroupLeavesNothingToCompare() {
        CodedColumn groups = nominal("plan", List.of("A", "B"), repeated("A", 6));

        Outcome<Advice> advice = Advice.between(Columns.numbers("spend", FIRST), groups, 0.95);

        assertThat(advice)
                .isEqualTo(Outcome.undefined(
                        Reason.TOO_FEW_CATEGORIES, "spend has answers in 1 group of plan: a comparison needs two"));
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> Advice.related(Columns.numbers("a", 1, 2), Columns.numbers("b", 1), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a and b must have equally many rows: 2, 1");
    }

    @Test
    void aPWithoutAnEffectIsRefused() {
        assertThatThrownBy(() -> new Effect(Measurement.COHENS_D, nothing(), java.util.Optional.empty(), "none"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("interval");
    }

    @SuppressWarnings("NullAway")
    private static Interval nothing() {
        return null;
    }

    private static void isNear(Effect effect, Measurement measurement, double estimate, double low, double high) {
        assertThat(effect.measurement()).isEqualTo(measurement);
        assertThat(effect.interval().estimate()).isCloseTo(estimate, within(1e-6));
        assertThat(effect.interval().low()).isCloseTo(low, within(1e-6));
        assertThat(effect.interval().high()).isCloseTo(high, within(1e-6));
    }

    @SafeVarargs
    private static CodedColumn nominal(String name, List<String> codes, List<String>... answers) {
        CodedColumn.Builder column = CodedColumn.builder(Columns.variable(name, Measure.NOMINAL, false, codes));
        for (String answer : Stream.of(answers).flatMap(List::stream).toList()) {
            if (answer.isEmpty()) {
                column.addMissing(Missing.NO_ANSWER);
            } else {
                column.add(answer);
            }
        }
        return column.build();
    }

    private static List<String> repeated(String code, int times) {
        return new ArrayList<>(Collections.nCopies(times, code));
    }

    private static double[] joined(double[] first, double[] second) {
        return IntStream.range(0, first.length + second.length)
                .mapToDouble(i -> i < first.length ? first[i] : second[i - first.length])
                .toArray();
    }
}
