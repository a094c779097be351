package io.earshot.statistics.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Columns;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.questionnaire.Measure;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are printed by {@code src/test/resources/statistics/weighted-advice.R}. */
class WeightedAdviceTest {
    private static final List<String> POINTS = List.of("1", "2", "3", "4", "5");
    private static final List<String> REASONS = List.of("x", "y", "z");
    private static final List<String> YES_NO = List.of("no", "yes");

    private final List<String[]> lines = read();
    private final double[] weights = numbers("w");
    private final NumberColumn spend = Columns.numbers("spend", numbers("spend"));
    private final NumberColumn visits = Columns.numbers("visits", numbers("visits"));
    private final CodedColumn ease = Columns.coded("ease", POINTS, texts("ease"));
    private final CodedColumn again = Columns.coded("again", POINTS, texts("again"));
    private final CodedColumn two = nominal("two", List.of("A", "B", "nobody"));
    private final CodedColumn three = nominal("three", List.of("P", "nobody", "Q", "R"));
    private final CodedColumn reason = nominal("reason", REASONS);
    private final CodedColumn later = nominal("later", REASONS);
    private final CodedColumn before = nominal("before", YES_NO);
    private final CodedColumn after = nominal("after", YES_NO);

    @ParameterizedTest
    @CsvSource({
        "SURVEY_T, 0.430288243379, 0.291635246793, -0.454545180701, 1.03781567429",
        "SURVEY_RANK_TEST, 0.0683730060024, 0.409265612298, -0.0945612085638, 0.746189689899",
        "SURVEY_ANOVA, 0.690214319149, 0.0189308121747, 0, 0.148503348666",
        "SURVEY_KRUSKAL_WALLIS, 0.186779669379, 0.0938855820402, 0, 0.29228407956",
        "RAO_SCOTT, 0.0347667924081, 0.488783097086, 0, 0.833243205559",
        "SURVEY_PAIRED_T, 1.26942072786e-05, 0.854607591518, 0.304933789899, 1.40428139314",
        "SURVEY_SIGNED_RANK, 0.000943958169826, 0.824814899708, 0.482183906022, 0.948595061717",
        "SURVEY_PEARSON, 0.156520413136, 0.310230059453, -0.127778067193, 0.646976127815",
        "SURVEY_SPEARMAN, 0.173433547986, -0.236621366142, -0.532155547811, 0.110312662357",
        "SURVEY_MC_NEMAR, 0.0256083999765, 0.404155495979, 0.0454186320191, 0.498306337609",
        "SURVEY_SYMMETRY, 0.699890817797, 0.198839168695, 0.0913745661996, 0.379854685785"
    })
    void weightedRespondentsAreTestedAsRTestsThem(Method method, double p, double effect, double low, double high) {
        Advice advice = weighted(method, weights).orElseThrow();

        Interval interval = advice.effect().interval();
        assertThat(advice.method()).isEqualTo(method);
        assertThat(advice.p()).isCloseTo(p, within(1e-8));
        assertThat(interval.estimate()).isCloseTo(effect, within(1e-10));
        assertThat(interval.low()).isCloseTo(low, within(1e-7));
        assertThat(interval.high()).isCloseTo(high, within(1e-7));
        assertThat(advice.why()).contains("weight");
        assertThat(advice.n() + advice.excluded()).isEqualTo(40);
        assertThat(advice.nEffective()).isLessThan(advice.n());
    }

    @ParameterizedTest
    @CsvSource({
        "SURVEY_T",
        "SURVEY_RANK_TEST",
        "SURVEY_ANOVA",
        "SURVEY_KRUSKAL_WALLIS",
        "RAO_SCOTT",
        "SURVEY_PAIRED_T",
        "SURVEY_SIGNED_RANK",
        "SURVEY_PEARSON",
        "SURVEY_SPEARMAN",
        "SURVEY_MC_NEMAR",
        "SURVEY_SYMMETRY"
    })
    void weightsOfOneChooseTheSameTestAndFindTheSameEffect(Method method) {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        Advice weighted = weighted(method, ones).orElseThrow();

        Advice plain = plain(method).orElseThrow();

        assertThat(weighted.method().unweighted()).isEqualTo(plain.method());
        assertThat(weighted.effect().measurement()).isEqualTo(plain.effect().measurement());
        assertThat(weighted.effect().interval().estimate())
                .isCloseTo(plain.effect().interval().estimate(), within(1e-9));
        assertThat(weighted.effect().size()).isEqualTo(plain.effect().size());
        assertThat(weighted.n()).isEqualTo(plain.n());
        assertThat(weighted.nEffective()).isCloseTo(plain.n(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"SURVEY_ANOVA", "SURVEY_KRUSKAL_WALLIS", "RAO_SCOTT", "SURVEY_MC_NEMAR", "SURVEY_SYMMETRY"})
    void intervalsByTheEffectiveNumberAreThoseOfThePlainOnesAtWeightsOfOne(Method method) {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);

        Interval weighted = weighted(method, ones).orElseThrow().effect().interval();

        Interval plain = plain(method).orElseThrow().effect().interval();
        assertThat(weighted.low()).isCloseTo(plain.low(), within(1e-7));
        assertThat(weighted.high()).isCloseTo(plain.high(), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "SURVEY_T",
        "SURVEY_RANK_TEST",
        "SURVEY_ANOVA",
        "SURVEY_KRUSKAL_WALLIS",
        "RAO_SCOTT",
        "SURVEY_PAIRED_T",
        "SURVEY_SIGNED_RANK",
        "SURVEY_PEARSON",
        "SURVEY_SPEARMAN",
        "SURVEY_MC_NEMAR",
        "SURVEY_SYMMETRY"
    })
    void theScaleOfWeightsDoesNotMatter(Method method) {
        double[] large = Arrays.stream(weights).map(weight -> 1000 * weight).toArray();

        Advice scaled = weighted(method, large).orElseThrow();

        Advice advice = weighted(method, weights).orElseThrow();
        assertThat(scaled.p()).isCloseTo(advice.p(), within(1e-9));
        assertThat(scaled.effect().interval().low())
                .isCloseTo(advice.effect().interval().low(), within(1e-9));
        assertThat(scaled.nEffective()).isCloseTo(advice.nEffective(), within(1e-9));
    }

    @Test
    void rowsWithoutAWeightAboveZeroAreLeftOut() {
        double[] some = weights.clone();
        some[0] = 0;
        some[1] = Double.NaN;

        Advice advice = Advice.between(spend, two, some, 0.95).orElseThrow();

        assertThat(advice.n()).isEqualTo(38);
        assertThat(advice.excluded()).isEqualTo(2);
    }

    @Test
    void smallEffectiveCountsAreSaid() {
        assertThat(Advice.between(reason, two, weights, 0.95).orElseThrow().why())
                .contains("expected effective counts are below 5, so take its p as rough");
    }

    @Test
    void aNumberBesideCategoriesIsComparedBetweenThem() {
        assertThat(Advice.related(spend, two, weights, 0.95)).isEqualTo(Advice.between(spend, two, weights, 0.95));
        assertThat(Advice.related(two, spend, weights, 0.95)).isEqualTo(Advice.between(spend, two, weights, 0.95));
    }

    @Test
    void changesThatAllGoOneWayLeaveNoErrorToEstimate() {
        CodedColumn low = Columns.coded("low", POINTS, "1", "1", "2", "2");
        CodedColumn high = Columns.coded("high", POINTS, "3", "4", "3", "5");

        Outcome<Advice> advice = Advice.paired(low, high, new double[] {1, 2, 1, 1}, 0.95);

        assertThat(advice)
                .isEqualTo(Outcome.undefined(
                        Reason.NO_VARIATION,
                        "all 4 rows agree on an effect of -1.0, which leaves its error without an estimate"));
    }

    @Test
    void aNegativeWeightIsRefused() {
        double[] wrong = weights.clone();
        wrong[3] = -1;

        assertThatThrownBy(() -> Advice.paired(spend, visits, wrong, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must be finite and at least 0: -1.0");
        assertThatThrownBy(() -> Advice.paired(spend, visits, new double[] {1}, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spend and its weights must have equally many rows: 40, 1");
    }

    private Outcome<Advice> weighted(Method method, double[] w) {
        return switch (method) {
            case SURVEY_T -> Advice.between(spend, two, w, 0.95);
            case SURVEY_RANK_TEST -> Advice.between(ease, two, w, 0.95);
            case SURVEY_ANOVA -> Advice.between(spend, three, w, 0.95);
            case SURVEY_KRUSKAL_WALLIS -> Advice.between(ease, three, w, 0.95);
            case RAO_SCOTT -> Advice.between(reason, two, w, 0.95);
            case SURVEY_PAIRED_T -> Advice.paired(spend, doubled(visits), w, 0.95);
            case SURVEY_SIGNED_RANK -> Advice.paired(ease, again, w, 0.95);
            case SURVEY_PEARSON -> Advice.related(spend, visits, w, 0.95);
            case SURVEY_SPEARMAN -> Advice.related(ease, spend, w, 0.95);
            case SURVEY_MC_NEMAR -> Advice.paired(before, after, w, 0.95);
            case SURVEY_SYMMETRY -> Advice.paired(reason, later, w, 0.95);
            default -> throw new IllegalArgumentException("no test with weights: " + method);
        };
    }

    private Outcome<Advice> plain(Method method) {
        return switch (method) {
            case SURVEY_T -> Advice.between(spend, two, 0.95);
            case SURVEY_RANK_TEST -> Advice.between(ease, two, 0.95);
            case SURVEY_ANOVA -> Advice.between(spend, three, 0.95);
            case SURVEY_KRUSKAL_WALLIS -> Advice.between(ease, three, 0.95);
            case RAO_SCOTT -> Advice.between(reason, two, 0.95);
            case SURVEY_PAIRED_T -> Advice.paired(spend, doubled(visits), 0.95);
            case SURVEY_SIGNED_RANK -> Advice.paired(ease, again, 0.95);
            case SURVEY_PEARSON -> Advice.related(spend, visits, 0.95);
            case SURVEY_SPEARMAN -> Advice.related(ease, spend, 0.95);
            case SURVEY_MC_NEMAR -> Advice.paired(before, after, 0.95);
            case SURVEY_SYMMETRY -> Advice.paired(reason, later, 0.95);
            default -> throw new IllegalArgumentException("no test with weights: " + method);
        };
    }

    private static ScoredColumn doubled(NumberColumn column) {
        return Columns.numbers(
                "twice", Arrays.stream(column.scores()).map(value -> 2 * value).toArray());
    }

    private CodedColumn nominal(String name, List<String> codes) {
        CodedColumn.Builder column = CodedColumn.builder(Columns.variable(name, Measure.NOMINAL, false, codes));
        texts(name).forEach(column::add);
        return column.build();
    }

    private double[] numbers(String name) {
        return texts(name).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private List<String> texts(String name) {
        int place = List.of(lines.get(0)).indexOf(name);
        return lines.stream().skip(1).map(line -> line[place]).toList();
    }

    private static List<String[]> read() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/statistics/weighted-advice.csv")).stream()
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
