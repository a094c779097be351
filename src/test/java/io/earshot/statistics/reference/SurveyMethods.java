package io.earshot.statistics.reference;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.survey.Jackknife;
import io.earshot.statistics.survey.RaoScott;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyDifference;
import io.earshot.statistics.survey.SurveyMean;
import io.earshot.statistics.survey.SurveyProportion;
import io.earshot.statistics.survey.SurveyQuantile;
import io.earshot.statistics.survey.SurveyRatio;
import io.earshot.statistics.survey.SurveyRegression;
import io.earshot.statistics.survey.SurveyVariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates of sample designs. */
final class SurveyMethods {
    private static final double CONFIDENCE = 0.95;

    private SurveyMethods() {}

    static void register(Methods methods) {
        for (String name : List.of("survey_mean", "survey_mean_simple", "survey_mean_lonely_psu")) {
            methods.add(name, SurveyMethods::means);
        }
        methods.add("survey_by", SurveyMethods::by);
        methods.add("survey_ratio", (frame, args) -> SurveyRatio.of(
                        SurveyDesigns.of(frame, args),
                        frame.numbers(args.text("numerator")),
                        frame.numbers(args.text("denominator")),
                        CONFIDENCE)
                .map(ratio -> Values.of("ratio", ratio.ratio(), "se", ratio.standardError())));
        methods.add("survey_proportion_ci", (frame, args) -> {
            CodedColumn column = frame.factor(args.text("variable"));
            int level = column.codes().indexOf(args.text("level"));
            return SurveyProportion.of(SurveyDesigns.of(frame, args), indicator(column, level), CONFIDENCE)
                    .map(SurveyMethods::proportion);
        });
        methods.add("survey_chisq", (frame, args) -> RaoScott.of(
                        SurveyDesigns.of(frame, args), frame.factor(args.text("row")), frame.factor(args.text("col")))
                .map(test -> Values.of(
                        "F", test.f(), "ndf", test.numeratorDf(), "ddf", test.denominatorDf(), "p", test.p())));
        methods.add("survey_t_test", (frame, args) -> SurveyDifference.ofMeans(
                        SurveyDesigns.of(frame, args),
                        frame.numbers(args.text("variable")),
                        frame.factor(args.text("group")),
                        CONFIDENCE)
                .map(SurveyMethods::difference));
        methods.add("survey_rank_test", (frame, args) -> SurveyDifference.ofRanks(
                        SurveyDesigns.of(frame, args),
                        frame.numbers(args.text("variable")),
                        frame.factor(args.text("group")),
                        CONFIDENCE)
                .map(SurveyMethods::difference));
        methods.add("survey_linear_regression", (frame, args) -> SurveyRegression.linear(
                        SurveyDesigns.of(frame, args),
                        frame.numbers(args.text("y")),
                        RegressionMethods.predictors(frame, args),
                        CONFIDENCE)
                .map(fit -> RegressionMethods.rows(fit.coefficients(), "t")));
        methods.add("survey_logistic_regression", (frame, args) -> SurveyRegression.logistic(
                        SurveyDesigns.of(frame, args),
                        RegressionMethods.outcome(frame, args),
                        RegressionMethods.predictors(frame, args),
                        CONFIDENCE)
                .map(fit -> RegressionMethods.rows(fit.coefficients(), "t")));
        methods.add("survey_quantile", SurveyMethods::quantiles);
        methods.add("survey_variance", (frame, args) -> SurveyVariance.of(
                        SurveyDesigns.of(frame, args), frame.numbers(args.text("variable")))
                .map(result -> Values.of("var", result.variance(), "se", result.standardError())));
        methods.add("survey_mean_jackknife", (frame, args) -> Jackknife.mean(
                        SurveyDesigns.of(frame, args), frame.numbers(args.text("variable")), CONFIDENCE)
                .map(result -> Values.of("mean", result.mean(), "se", result.standardError())));
        methods.add("survey_mean_poststratified", (frame, args) -> SurveyDesigns.postStratified(frame, args)
                .flatMap(design -> SurveyMean.of(design, frame.numbers(args.text("variable")), CONFIDENCE))
                .map(SurveyMethods::mean));
        methods.add("survey_mean_calibrated", (frame, args) -> SurveyDesigns.calibrated(frame, args)
                .flatMap(design -> SurveyMean.of(design, frame.numbers(args.text("variable")), CONFIDENCE))
                .map(SurveyMethods::mean));
        methods.add("survey_mean_raked", (frame, args) -> SurveyDesigns.raked(frame, args)
                .flatMap(design -> raked(frame, args, design)));
    }

    private static Object means(Frame frame, Arguments args) {
        SurveyDesign design = SurveyDesigns.of(frame, args);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String variable : args.texts(args.has("variables") ? "variables" : "variable")) {
            if (frame.term(variable) instanceof CodedColumn column) {
                SurveyMean.shares(design, column, CONFIDENCE)
                        .forEach((code, share) -> rows.add(mean(variable, variable + code, share.orElseThrow())));
            } else {
                rows.add(mean(
                        variable,
                        variable,
                        SurveyMean.of(design, frame.numbers(variable), CONFIDENCE)
                                .orElseThrow()));
            }
        }
        // Some cases write a single variable's numbers without a list around them.
        return args.check().values().isArray() || rows.size() != 1 ? rows : rows.get(0);
    }

    private static Map<String, @Nullable Object> mean(String variable, String term, SurveyMean mean) {
        List<Double> ends = Values.ends(mean.interval());
        return Values.of(
                "variable", variable,
                "term", term,
                "mean", mean.mean(),
                "se", mean.standardError(),
                "ci", ends,
                "ci_lo", ends.get(0),
                "ci_hi", ends.get(1),
                "lo", ends.get(0),
                "hi", ends.get(1),
                "var", mean.standardError() * mean.standardError(),
                "n_eff", mean.nEffective(),
                "deff", mean.designEffect(),
                "total", mean.total(),
                "total_se", mean.totalError(),
                "n", mean.n(),
                "df", mean.degreesOfFreedom());
    }

    static Map<String, @Nullable Object> mean(SurveyMean mean) {
        return Values.of("mean", mean.mean(), "se", mean.standardError());
    }

    private static Object by(Frame frame, Arguments args) {
        return groups(SurveyMean.by(
                SurveyDesigns.of(frame, args),
                frame.numbers(args.text("variable")),
                frame.factor(args.text("group")),
                CONFIDENCE));
    }

    /** The groups that have answers, as svyby gives them. */
    static List<Map<String, @Nullable Object>> groups(Map<String, Outcome<SurveyMean>> means) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        means.forEach((code, mean) -> mean.toOptional()
                .ifPresent(found ->
                        rows.add(Values.of("group", code, "mean", found.mean(), "se", found.standardError()))));
        return rows;
    }

    private static double[] indicator(CodedColumn column, int level) {
        double[] values = new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? Double.NaN : column.index(row) == level ? 1 : 0;
        }
        return values;
    }

    private static Map<String, @Nullable Object> proportion(SurveyProportion result) {
        return Values.of(
                "logit", ends(result, result.logit()),
                "likelihood", ends(result, result.likelihood()),
                "asin", ends(result, result.arcsine()),
                "beta", ends(result, result.beta()),
                "mean", ends(result, result.mean().interval()),
                "xlogit", ends(result, result.logit()));
    }

    private static Map<String, @Nullable Object> ends(SurveyProportion result, Outcome<Interval> interval) {
        List<Double> ends = Values.ends(interval);
        return Values.of("", result.mean().mean(), "2.5%", ends.get(0), "97.5%", ends.get(1));
    }

    private static Map<String, @Nullable Object> difference(SurveyDifference result) {
        Coefficient difference = result.difference();
        return Values.of(
                "t", difference.statistic(),
                "df", result.degreesOfFreedom(),
                "p", difference.p(),
                "diff", difference.estimate(),
                "estimate", difference.estimate());
    }

    private static Object quantiles(Frame frame, Arguments args) {
        SurveyDesign design = SurveyDesigns.of(frame, args);
        double[] values = frame.numbers(args.text("variable"));
        return Arrays.stream(args.numbers("probs"))
                .mapToObj(probability -> SurveyQuantile.of(design, values, probability, CONFIDENCE)
                        .map(quantile -> Values.of(
                                "quantile", quantile.quantile(),
                                "ci.2.5", quantile.low(),
                                "ci.97.5", quantile.high(),
                                "se", quantile.standardError())))
                .toList();
    }

    private static Outcome<Map<String, @Nullable Object>> raked(Frame frame, Arguments args, SurveyDesign design) {
        return SurveyMean.of(design, frame.numbers(args.text("variable")), CONFIDENCE)
                .map(result -> {
                    Map<String, @Nullable Object> values = mean(result);
                    values.put("weights_first", Values.head(design.weights(), 10));
                    args.check().values().fieldNames().forEachRemaining(name -> {
                        String variable = name.replaceFirst("_total(_se)?$", "");
                        if (!variable.equals(name)) {
                            SurveyMean total = SurveyMean.of(design, frame.numbers(variable), CONFIDENCE)
                                    .orElseThrow();
                            values.put(name, name.endsWith("_se") ? total.totalError() : total.total());
                        }
                    });
                    return values;
                });
    }
}
