package io.earshot.report;

import io.earshot.dataset.ChosenRows;
import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.NumberColumn;
import io.earshot.finding.Basis;
import io.earshot.finding.Finding;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Responses made ready for a definition's sections: filtered, weighted, told apart by group and wave.
 *
 * @param extract  the responses that are left, with their weights beside them
 * @param findings what there is to know of how they were chosen and weighted
 */
record Preparation(Extract extract, Answers answers, List<Finding> findings) {
    /** The column beside the answers that holds which version of the questionnaire a response answered. */
    static final String VERSION = "version";

    private static final String WEIGHT = "weight";

    /**
     * @param all      with a column {@link #VERSION} in its identity
     * @param versions that were read, in order
     * @param smallest how many people a group must have before anything is told about it
     * @throws io.earshot.problem.Problem 422 if the responses have no weights such as the definition asks for, or its filter
     *     leaves so few that they are not told about
     */
    static Preparation of(
            Definition definition, Questionnaire questionnaire, Extract all, List<Integer> versions, int smallest) {
        Optional<FlaggedRows> careful = definition.flagsLeftOut().isEmpty()
                ? Optional.empty()
                : Optional.of(FlaggedRows.without(definition.flagsLeftOut(), all));
        Extract read = careful.map(FlaggedRows::extract).orElse(all);
        String language = definition.languageFor(questionnaire);
        Condition filter = definition.filter();
        Extract extract = filter == null ? read : new RowFilter(filter).of(read);
        if (filter != null && extract.rows() > 0 && extract.rows() < smallest) {
            throw tooFew(smallest);
        }
        List<Finding> findings = new ArrayList<>();
        Optional<double[]> weights = Optional.empty();
        long filtered = extract.rows();
        WeightPlan plan = definition.weights();
        if (plan != null && extract.rows() > 0) {
            Answers plain = new Answers(questionnaire, extract.answers(), language, definition.confidenceLevel());
            double[] base = new Weigher(extract, plain::subject).base(plan);
            int[] having = IntStream.range(0, base.length)
                    .filter(row -> !Double.isNaN(base[row]))
                    .toArray();
            long without = base.length - having.length;
            Extract weighable = without == 0 ? extract : ChosenRows.of(extract, having);
            Weigher.Weighed weighed = new Weigher(weighable, plain::subject)
                    .weigh(
                            plan,
                            IntStream.of(having).mapToDouble(row -> base[row]).toArray(),
                            without);
            extract = withWeights(weighable, weighed.weights());
            weights = Optional.of(weighed.weights());
            findings.add(weighed.finding());
        }
        extract = Coding.beside(definition, questionnaire, extract);
        Answers plain = new Answers(questionnaire, extract.answers(), language, definition.confidenceLevel());
        BannerPlan banner = definition.banner();
        WavePlan waves = definition.waves();
        Setting setting = new Setting(
                weights,
                banner == null ? List.of() : new Spans(extract.answers(), plain::subject).of(banner.of(questionnaire)),
                waves == null ? List.of() : List.of(new WaveSpan(extract, definition.zone(), language).of(waves)),
                definition.correctionOrNone().adjustment(),
                definition.secondAlpha(),
                definition.baseAtLeast(),
                definition.shownFrom(),
                smallest);
        findings.add(
                0,
                basis(
                        definition,
                        versions,
                        read.rows(),
                        read.rows() - filtered,
                        setting,
                        careful.map(FlaggedRows::careless)));
        return new Preparation(extract, plain.by(setting), findings);
    }

    /** The same where all is told about anybody. */
    static Preparation of(Definition definition, Questionnaire questionnaire, Extract all, List<Integer> versions) {
        return of(definition, questionnaire, all, versions, 1);
    }

    private static Basis basis(
            Definition definition,
            List<Integer> versions,
            long read,
            long filteredOut,
            Setting setting,
            Optional<Basis.Careless> careless) {
        Condition filter = definition.filter();
        WeightPlan plan = definition.weights();
        return new Basis(
                versions,
                filter == null ? "" : filter.logic().toString(),
                read,
                filteredOut,
                plan == null ? "none" : Weigher.method(plan),
                setting.adjustment(),
                setting.minimumBase(),
                setting.shownFrom(),
                setting.banner().stream().map(Span::title).distinct().toList(),
                careless,
                setting.smallest());
    }

    /** All of them together are a group too, where somebody has chosen them. */
    private static Problem tooFew(int smallest) {
        String detail = "The filter leaves fewer than " + smallest
                + " responses, and this workspace tells nothing about groups of so few (kAnonymity); choose more widely.";
        return Problem.unprocessable(
                "too-few-people", "Too few people", List.of(new Fault("/filter", "too-few-people", detail)));
    }

    private static Extract withWeights(Extract extract, double[] weights) {
        NumberColumn.Builder builder =
                NumberColumn.builder(Variable.of(WEIGHT, WEIGHT, Text.of(WEIGHT), Measure.SCALE));
        for (double weight : weights) {
            builder.add(weight);
        }
        List<Column> attributes = new ArrayList<>(extract.attributes());
        attributes.removeIf(column -> column.name().equals(WEIGHT));
        attributes.add(builder.build());
        return new Extract(extract.identity(), extract.answers(), attributes);
    }
}
