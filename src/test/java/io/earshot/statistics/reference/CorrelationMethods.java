package io.earshot.statistics.reference;

import static io.earshot.statistics.reference.Values.ends;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.correlation.CorrelationMatrix;
import io.earshot.statistics.correlation.CorrelationMatrix.Kind;
import io.earshot.statistics.correlation.Kendall;
import io.earshot.statistics.correlation.PartialCorrelation;
import io.earshot.statistics.correlation.Pearson;
import io.earshot.statistics.correlation.Polychoric;
import io.earshot.statistics.correlation.Spearman;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Correlations of two variables and of many. */
final class CorrelationMethods {
    private CorrelationMethods() {}

    static void register(Methods methods) {
        methods.add("correlation", CorrelationMethods::correlation);
        methods.add("kendall", CorrelationMethods::kendall);
        methods.add("correlation_matrix", CorrelationMethods::matrix);
        methods.add("partial_correlation", CorrelationMethods::partial);
        methods.add("polychoric", CorrelationMethods::polychoric);
    }

    private static Object correlation(Frame frame, Arguments args) {
        double[] a = frame.numbers(args.text("a"));
        double[] b = frame.numbers(args.text("b"));
        Outcome<Pearson> pearson = Pearson.of(a, b, args.number("conf", 0.95));
        Outcome<Spearman> spearman = Spearman.of(a, b);
        int n = Complete.columns(a, b)[0].length;
        Map<String, @Nullable Object> values = new HashMap<>(Values.of(
                "n", n,
                "pearson", pearson.map(Pearson::r),
                "t", pearson.map(Pearson::t),
                "df", n - 2,
                "p", pearson.map(Pearson::p),
                "ci", ends(pearson.flatMap(Pearson::interval)),
                "spearman", spearman.map(Spearman::rho),
                "spearman_S", spearman.map(Spearman::s),
                "spearman_p_t", spearman.map(Spearman::p),
                "spearman_p_exact", spearman.flatMap(Spearman::exactP)));
        values.putAll(kendall(Kendall.of(a, b), "kendall_"));
        return values;
    }

    private static Object kendall(Frame frame, Arguments args) {
        double[] a = frame.numbers(args.text("a"));
        double[] b = frame.numbers(args.text("b"));
        args.number("conf", 0.95);
        Outcome<Kendall> of = Kendall.of(a, b);
        if (args.check().values().isNumber()) {
            return of.map(Kendall::tau);
        }
        Map<String, @Nullable Object> values = new HashMap<>(kendall(of, ""));
        values.putAll(kendall(of, "kendall_"));
        values.put("n", Complete.columns(a, b)[0].length);
        return values;
    }

    /** R's cor.test takes the exact p where there is one. */
    private static Map<String, @Nullable Object> kendall(Outcome<Kendall> of, String prefix) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Outcome<Double> tau = of.map(Kendall::tau);
        List.of("tau", "tau_b", "estimate", "r").forEach(name -> values.put(prefix + name, tau));
        Outcome<Double> z = of.map(Kendall::z);
        List.of("z", "statistic").forEach(name -> values.put(prefix + name, z));
        values.put(prefix + "s", of.map(Kendall::s));
        values.put(prefix + "S", of.map(Kendall::s));
        values.put(prefix + "p_asymptotic", of.map(Kendall::p));
        values.put(prefix + "p_asymptotic_cc", of.map(Kendall::correctedP));
        values.put(prefix + "p_cc", of.map(Kendall::correctedP));
        values.put(prefix + "p_exact", of.flatMap(Kendall::exactP));
        if (!prefix.isEmpty()) {
            return values;
        }
        values.put("p", of.map(some -> some.exactP().toOptional().orElse(some.p())));
        return values;
    }

    private static Object matrix(Frame frame, Arguments args) {
        List<String> names = args.texts("variables");
        double[][] rows = frame.matrix(names);
        Kind kind = Kind.valueOf(args.optionalText("method").orElse("pearson").toUpperCase(Locale.ROOT));
        boolean listwise = args.optionalText("missing").orElse("pairwise").equals("listwise");
        CorrelationMatrix of = listwise
                ? CorrelationMatrix.listwise(names, rows, kind)
                : CorrelationMatrix.pairwise(names, rows, kind);
        return Values.of(
                "r",
                Values.of("rows", names, "cols", names, "values", of.r()),
                "n",
                listwise ? of.n().get(0).get(0) : Values.of("rows", names, "cols", names, "values", of.n()));
    }

    private static Object partial(Frame frame, Arguments args) {
        double[] a = frame.numbers(args.text("a"));
        double[] b = frame.numbers(args.text("b"));
        List<double[]> controls = args.texts("controls").stream()
                .flatMap(name -> columns(frame, name))
                .toList();
        Outcome<PartialCorrelation> of = PartialCorrelation.of(a, b, controls);
        return Values.of(
                "r", of.map(PartialCorrelation::r),
                "df", of.map(PartialCorrelation::df),
                "t", of.map(PartialCorrelation::t),
                "p", of.map(PartialCorrelation::p),
                "n", of.map(PartialCorrelation::n));
    }

    /** A number as it is, a category as an indicator of each level but the first. */
    private static Stream<double[]> columns(Frame frame, String name) {
        if (!(frame.term(name) instanceof CodedColumn coded)) {
            return Stream.of(frame.numbers(name));
        }
        return IntStream.range(1, coded.codes().size())
                .mapToObj(code -> IntStream.range(0, coded.rows())
                        .mapToDouble(row -> coded.isMissing(row) ? Double.NaN : coded.index(row) == code ? 1 : 0)
                        .toArray())
                .filter(indicator -> Arrays.stream(indicator).anyMatch(one -> one == 1));
    }

    private static Object polychoric(Frame frame, Arguments args) {
        return Polychoric.of(frame.factor(args.text("a")), frame.factor(args.text("b")))
                .map(Polychoric::polycor)
                .map(of -> Values.of(
                        "rho_two_step", of.twoStep().rho(),
                        "se_two_step", of.twoStep().standardError(),
                        "rho_ml", Values.of("", of.maximumLikelihood().rho()),
                        "se_ml", of.maximumLikelihood().standardError(),
                        "thresholds_row_two_step", of.twoStep().rowThresholds(),
                        "thresholds_col_two_step", of.twoStep().columnThresholds()));
    }
}
