package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.Subject;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Descriptives;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was answered to each question: counts of codes, a summary of numbers, how many wrote something. */
public record FrequenciesSection(Selection variables) implements Section {
    public FrequenciesSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public List<Fault> check(Questionnaire questionnaire) {
        return variables.check("/variables", "variable", names(questionnaire));
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        return Set.copyOf(variables.names());
    }

    @Override
    public List<Finding> find(Answers answers) {
        Map<String, Variable> byName = answers.questionnaire().variables().stream()
                .collect(Collectors.toMap(Variable::name, Function.identity()));
        return variables.of(names(answers.questionnaire())).stream()
                .flatMap(name -> Stream.ofNullable(byName.get(name)))
                .flatMap(FrequenciesSection::columns)
                .map(name -> answers.data().column(name).cases(new Found(answers, answers.subject(name))))
                .toList();
    }

    private static List<String> names(Questionnaire questionnaire) {
        return questionnaire.variables().stream().map(Variable::name).toList();
    }

    /** A ranking has a table for each of its options. */
    private static Stream<String> columns(Variable variable) {
        return variable.columns().stream().map(Variable::name);
    }

    private record Found(Answers answers, Subject subject) implements Column.Cases<Finding> {
        @Override
        public Finding coded(CodedColumn column) {
            Optional<Descriptives> scores = subject.measure() == Measure.ORDINAL
                    ? answers.descriptives(column).toOptional()
                    : Optional.empty();
            return table(column, scores);
        }

        @Override
        public Finding multiple(MultipleColumn column) {
            return table(column, Optional.empty());
        }

        private Finding table(Column column, Optional<Descriptives> scores) {
            double people = answers.base(row -> true).weighted();
            return new FrequencyTable(subject, answers.base(column), people, answers.frequencies(column), scores);
        }

        @Override
        public Finding number(NumberColumn column) {
            return new NumberSummary(subject, answers.base(column), answers.descriptives(column));
        }

        @Override
        public Finding text(TextColumn column) {
            return written(column);
        }

        @Override
        public Finding date(DateColumn column) {
            return written(column);
        }

        @Override
        public Finding time(TimeColumn column) {
            return written(column);
        }

        private Finding written(Column column) {
            long missing =
                    IntStream.range(0, column.rows()).filter(column::isMissing).count();
            return new OpenAnswers(subject, column.rows() - missing, missing);
        }
    }
}
