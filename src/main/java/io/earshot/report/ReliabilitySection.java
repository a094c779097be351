package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.ScaleReliability;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.scale.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How well the rows of likert questions measure one thing. */
public record ReliabilitySection(Selection scales) implements Section {
    public ReliabilitySection {
        requireNonNull(scales, "scales");
    }

    @Override
    public List<Fault> check(Questionnaire questionnaire) {
        return scales.check("/scales", "scale", names(questionnaire));
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        return Set.copyOf(scales.names());
    }

    @Override
    public List<Finding> find(Answers answers) {
        List<String> wanted = scales.of(names(answers.questionnaire()));
        List<Likert> likerts = Pick.questions(answers.questionnaire(), Likert.class).stream()
                .filter(likert -> wanted.contains(likert.name()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        likerts.forEach(likert -> findings.add(reliability(likert, answers)));
        likerts.stream()
                .filter(likert -> likert.rows().size() > 2)
                .forEach(likert -> findings.add(
                        new Factors(answers, likert.name(), answers.in(likert.text()), List.of(likert)).found()));
        if (likerts.size() > 1) {
            findings.add(new Factors(answers, "", "", likerts).found());
        }
        return findings;
    }

    private static Finding reliability(Likert likert, Answers answers) {
        List<CodedColumn> items = likert.variables().stream()
                .map(Variable::name)
                .map(name -> answers.data().column(name, CodedColumn.class))
                .toList();
        Set<String> reversed = Set.copyOf(Factors.reversed(likert));
        return new ScaleReliability(
                likert.name(),
                answers.in(likert.text()),
                likert.variables().stream().map(answers::subject).toList(),
                answers.base(items),
                answers.weights()
                        .map(weights ->
                                Reliability.weighted(likert.name(), items, reversed, weights, answers.confidence()))
                        .orElseGet(() -> Reliability.of(likert.name(), items, reversed, answers.confidence())));
    }

    private static List<String> names(Questionnaire questionnaire) {
        return Pick.names(Pick.questions(questionnaire, Likert.class));
    }
}
