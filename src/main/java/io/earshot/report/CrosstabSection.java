package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.CrossTable;
import io.earshot.finding.Finding;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Crosstab;
import io.earshot.statistics.Independence;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.survey.RaoScott;
import io.earshot.statistics.survey.WeightedCrosstab;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two variables against each other.
 *
 * @param rows    the variable down the side
 * @param columns the variable across the top
 */
public record CrosstabSection(String rows, String columns) implements Section {
    public CrosstabSection {
        requireNonNull(rows, "rows");
        requireNonNull(columns, "columns");
    }

    @Override
    public List<Fault> check(Questionnaire questionnaire) {
        List<Fault> faults = new ArrayList<>();
        check("/rows", rows, questionnaire).ifPresent(faults::add);
        check("/columns", columns, questionnaire).ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> check(String member, String name, Questionnaire questionnaire) {
        Optional<Variable> variable = questionnaire.variable(name);
        if (variable.isEmpty()) {
            List<String> names =
                    questionnaire.variables().stream().map(Variable::name).toList();
            return Optional.of(Selection.unknown(member, "variable", name, names));
        }
        return variable.filter(found ->
                        found.shape() != Variable.Shape.ONE || found.values().isEmpty())
                .map(found -> new Fault(
                        member,
                        "not-one-choice",
                        "A crosstab needs a question with one answer of a list; " + name + " is none."));
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        return rows.equals(columns) ? Set.of(rows) : Set.of(rows, columns);
    }

    @Override
    public List<Finding> find(Answers answers) {
        SmallGroups groups = new SmallGroups(answers.setting().smallest());
        CodedColumn side = answers.data().column(rows, CodedColumn.class);
        CodedColumn top = answers.data().column(columns, CodedColumn.class);
        CodedColumn across = groups.together(top, side);
        CodedColumn down = side.variable().measure() == Measure.NOMINAL ? groups.together(side, top) : side;
        Crosstab counts = Crosstab.of(down, across);
        return List.of(tested(
                new CrossTable(
                        answers.subject(down.variable()),
                        answers.subject(across.variable()),
                        answers.base(List.of(down, across)),
                        answers.weights().isPresent() ? counts.with(untested()) : counts,
                        answers.weights().map(weights -> WeightedCrosstab.of(down, across, weights)),
                        answers.setting().shownFrom()),
                down,
                across,
                answers.weights()));
    }

    /** The same with a test of the columns that have shares, as that of a banner is. */
    private static CrossTable tested(
            CrossTable table, CodedColumn down, CodedColumn across, Optional<double[]> weights) {
        List<Long> people = table.columnTotals();
        BitSet suppressed = new BitSet();
        IntStream.range(0, people.size()).filter(table::suppressed).forEach(suppressed::set);
        if (suppressed.isEmpty()) {
            return table;
        }
        boolean enough = IntStream.range(0, people.size())
                        .filter(column -> people.get(column) > 0 && !suppressed.get(column))
                        .count()
                > 1;
        return table.with(
                weights.isPresent()
                        ? table.crosstab()
                        : table.crosstab()
                                .with(
                                        enough
                                                ? Independence.of(SmallBases.without(
                                                        table.crosstab().countsByRow(), suppressed))
                                                : SmallBases.fewerThanTwo(table.shownFrom())),
                table.weighted()
                        .map(sums -> sums.with(
                                enough
                                        ? RaoScott.weighted(
                                                down,
                                                across,
                                                SmallBases.without(across, suppressed, weights.orElseThrow()))
                                        : SmallBases.fewerThanTwo(table.shownFrom()))));
    }

    private static Outcome<Independence> untested() {
        return Outcome.undefined(
                Reason.NO_WEIGHTED_METHOD,
                "chi-square of counts takes weighted responses for as many people; Rao and Scott's test is made instead");
    }
}
