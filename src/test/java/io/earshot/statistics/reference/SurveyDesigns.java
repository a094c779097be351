package io.earshot.statistics.reference;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.ModelFrame;
import io.earshot.statistics.survey.CalibratedDesign;
import io.earshot.statistics.survey.LonelyUnit;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.weighting.Margin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Designs as the cases describe them. */
final class SurveyDesigns {
    /** Names that a case may give the rule for a stratum with one sampling unit. */
    private static final List<String> LONELY = List.of(
            "lonely", "lonely_psu", "lonely.psu", "survey.lonely.psu", "option", "options", "rule", "method", "adjust");

    private SurveyDesigns() {}

    static SurveyDesign of(Frame frame, Arguments args) {
        double[] ones = new double[frame.rows()];
        Arrays.fill(ones, 1);
        SurveyDesign design =
                SurveyDesign.of(args.optionalText("weight").map(frame::numbers).orElse(ones));
        Optional<String> strata = args.optionalText("strata");
        if (strata.isPresent()) {
            design = design.withStrata(places(frame.factor(strata.get())));
        }
        Optional<String> cluster = args.optionalText("cluster");
        if (cluster.isPresent()) {
            // As nest = TRUE: the same number in two strata means two clusters.
            double[] clusters = places(frame.factor(cluster.get()));
            double[] within = strata.map(name -> places(frame.factor(name))).orElse(new double[clusters.length]);
            Arrays.setAll(clusters, row -> clusters[row] + within[row] * clusters.length);
            design = design.withClusters(clusters);
        }
        Optional<String> population = args.optionalText("fpc");
        if (population.isPresent()) {
            design = design.withPopulation(frame.numbers(population.get()));
        }
        for (String name : LONELY) {
            Optional<String> rule = args.optionalText(name);
            if (rule.isPresent()) {
                design = design.withLonely(lonely(rule.get()));
            }
        }
        return design;
    }

    private static LonelyUnit lonely(String rule) {
        return rule.equals("remove") ? LonelyUnit.CERTAINTY : LonelyUnit.valueOf(rule.toUpperCase(Locale.ROOT));
    }

    private static double[] places(CodedColumn column) {
        return IntStream.range(0, column.rows())
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : column.index(row))
                .toArray();
    }

    static Outcome<SurveyDesign> postStratified(Frame frame, Arguments args) {
        return CalibratedDesign.postStratified(
                of(frame, args), new Margin(frame.factor(args.text("post")), args.numberMap("population")));
    }

    static Outcome<SurveyDesign> raked(Frame frame, Arguments args) {
        List<Margin> margins = args.check().args().path("margins").isObject()
                ? WeightingMethods.margins(frame, args)
                : args.texts("margins").stream()
                        .map(name -> new Margin(frame.factor(name), noted(args, name)))
                        .toList();
        return CalibratedDesign.raked(of(frame, args), margins);
    }

    /** "~stype linear": the totals are the counts that the notes give for the column. */
    static Outcome<SurveyDesign> calibrated(Frame frame, Arguments args) {
        String[] parts = args.text("calibration").split(" ", 2);
        if (parts.length != 2 || !parts[0].startsWith("~") || !parts[1].equals("linear")) {
            throw new IllegalArgumentException("unknown calibration " + args.text("calibration"));
        }
        CodedColumn column = frame.factor(parts[0].substring(1));
        Map<String, Double> counts =
                args.has("population") ? args.numberMap("population") : noted(args, parts[0].substring(1));
        List<String> terms = ModelFrame.of(List.of(column)).terms();
        double[] totals = terms.stream()
                .mapToDouble(term -> term.equals(ModelFrame.INTERCEPT)
                        ? counts.values().stream().mapToDouble(count -> count).sum()
                        : counts.getOrDefault(term.substring(parts[0].length() - 1), Double.NaN))
                .toArray();
        return CalibratedDesign.linear(of(frame, args), List.of(column), totals);
    }

    /** Counts out of a note like "margins of sch.wide: No 1072, Yes 5122; stype: E 4421". */
    private static Map<String, Double> noted(Arguments args, String name) {
        Matcher matcher = Pattern.compile("(?:^|\\W)" + Pattern.quote(name) + ": ([^;\\n]*)")
                .matcher(args.notes());
        if (!matcher.find()) {
            throw new IllegalArgumentException("the notes give no margins of " + name);
        }
        Map<String, Double> counts = new LinkedHashMap<>();
        for (String count : matcher.group(1).split(", *")) {
            int space = count.trim().lastIndexOf(' ');
            counts.put(
                    count.trim().substring(0, space),
                    Double.valueOf(count.trim().substring(space + 1)));
        }
        return counts;
    }
}
