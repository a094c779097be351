package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.ScoredColumn;
import io.earshot.finding.DriverAnalysis;
import io.earshot.finding.Finding;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Ces;
import io.earshot.questionnaire.Csat;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Marked;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Rating;
import io.earshot.questionnaire.Slider;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.WeightedMoments;
import io.earshot.statistics.regression.KeyDrivers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome hangs on.
 *
 * @param outcome a variable of numbers or numbered points; if absent the first question of type nps, else csat, ces, rating
 * @param drivers all are the variables of questions of type csat, ces, rating, slider, nps and likert but the outcome
 */
public record DriversSection(@Nullable String outcome, Selection drivers, boolean optional) implements ModuleSection {
    static final String KIND = "drivers";

    public DriversSection {
        requireNonNull(drivers, "drivers");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Optional<String> lack(Questionnaire questionnaire) {
        if (outcome == null && usual(questionnaire).isEmpty()) {
            return Optional.of(
                    "Key drivers need an outcome, a question of type nps, csat, ces or rating; there is none.");
        }
        return wanted(questionnaire).size() < 2
                ? Optional.of("Key drivers need two rated things beside the outcome; there are "
                        + wanted(questionnaire).size() + ".")
                : Optional.empty();
    }

    @Override
    public List<Fault> unknown(Questionnaire questionnaire) {
        List<String> known = questionnaire.variables().stream()
                .filter(DriversSection::isScored)
                .map(Variable::name)
                .toList();
        List<Fault> faults = new ArrayList<>(drivers.check("/drivers", "rated-variable", known));
        if (outcome != null && !known.contains(outcome)) {
            faults.add(Selection.unknown("/outcome", "rated-variable", outcome, known));
        }
        return faults;
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        Set<String> names = new HashSet<>(drivers.names());
        if (outcome != null) {
            names.add(outcome);
        }
        return names;
    }

    @Override
    public List<Finding> present(Answers answers) {
        String explained = outcome(answers.questionnaire());
        List<String> names = wanted(answers.questionnaire());
        List<ScoredColumn> columns = names.stream()
                .map(name -> answers.data().column(name, ScoredColumn.class))
                .toList();
        ScoredColumn explanation = answers.data().column(explained, ScoredColumn.class);
        List<ScoredColumn> all = new ArrayList<>(columns);
        all.add(explanation);
        return List.of(new DriverAnalysis(
                answers.subject(explained),
                answers.base(all),
                columns.stream().map(column -> driver(column, answers)).toList(),
                named(
                        answers.weights()
                                .map(weights -> KeyDrivers.weighted(explanation, columns, weights))
                                .orElseGet(() -> KeyDrivers.of(explanation, columns)),
                        all,
                        answers)));
    }

    /** The same, with the question's name where all who answered everything gave one answer to it. */
    private static Outcome<KeyDrivers> named(Outcome<KeyDrivers> found, List<ScoredColumn> all, Answers answers) {
        return found.cases(
                drivers -> found,
                undefined -> undefined.reason() != Reason.NO_VARIATION
                        ? found
                        : all.stream()
                                .filter(column -> isConstant(column, all))
                                .findFirst()
                                .map(column -> Outcome.<KeyDrivers>undefined(
                                        Reason.NO_VARIATION,
                                        "all who answered everything gave the same answer to “%s”",
                                        answers.subject(column.name()).full()))
                                .orElse(found));
    }

    private static boolean isConstant(ScoredColumn column, List<ScoredColumn> all) {
        return IntStream.range(0, column.rows())
                        .filter(row -> all.stream().noneMatch(other -> Double.isNaN(other.score(row))))
                        .mapToDouble(column::score)
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    private static DriverAnalysis.Driver driver(ScoredColumn column, Answers answers) {
        SampleMoments sample = answers.moments(column);
        OptionalDouble mean = answers.weights()
                .map(weights -> WeightedMoments.of(column.scores(), weights))
                .map(moments -> moments.weight() > 0 ? OptionalDouble.of(moments.mean()) : OptionalDouble.empty())
                .orElseGet(() -> sample.n() > 0 ? OptionalDouble.of(sample.mean()) : OptionalDouble.empty());
        OptionalDouble performance = ScoresSection.ends(column.variable())
                .filter(ends -> ends[1] > ends[0] && mean.isPresent())
                .map(ends -> OptionalDouble.of(100 * (mean.getAsDouble() - ends[0]) / (ends[1] - ends[0])))
                .orElse(OptionalDouble.empty());
        return new DriverAnalysis.Driver(answers.subject(column.name()), sample.n(), performance);
    }

    private List<String> wanted(Questionnaire questionnaire) {
        String explained = outcome != null ? outcome : usual(questionnaire).orElse("");
        return drivers.of(candidates(questionnaire)).stream()
                .filter(name -> !name.equals(explained))
                .toList();
    }

    private String outcome(Questionnaire questionnaire) {
        return outcome != null ? outcome : usual(questionnaire).orElseThrow();
    }

    private static Optional<String> usual(Questionnaire questionnaire) {
        return Stream.of(Nps.class, Csat.class, Ces.class, Rating.class)
                .flatMap(type -> questionnaire.questions().stream().filter(type::isInstance))
                .map(Question::name)
                .findFirst();
    }

    private static List<String> candidates(Questionnaire questionnaire) {
        return questionnaire.questions().stream()
                .filter(question ->
                        question instanceof Marked || question instanceof Slider || question instanceof Likert)
                .flatMap(question -> question.variables().stream())
                .filter(DriversSection::isScored)
                .map(Variable::name)
                .toList();
    }

    private static boolean isScored(Variable variable) {
        return variable.shape() == Variable.Shape.ONE
                && (variable.values().isEmpty()
                        ? variable.format() == Variable.Format.NUMBER
                        : ScoresSection.ends(variable).isPresent());
    }
}
