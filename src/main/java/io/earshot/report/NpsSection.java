package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.ScoredColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.PromoterScore;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.Questionnaire;
import java.util.List;
import java.util.Set;

/** The Net Promoter Score of questions of type nps. */
public record NpsSection(Selection variables) implements Section {
    public NpsSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public List<Fault> check(Questionnaire questionnaire) {
        return variables.check("/variables", "nps-question", names(questionnaire));
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        return Set.copyOf(variables.names());
    }

    @Override
    public List<Finding> find(Answers answers) {
        return variables.of(names(answers.questionnaire())).stream()
                .map(name -> score(name, answers))
                .toList();
    }

    private static Finding score(String name, Answers answers) {
        ScoredColumn column = answers.data().column(name, ScoredColumn.class);
        return new PromoterScore(answers.subject(name), answers.base(column), answers.promoters(column));
    }

    private static List<String> names(Questionnaire questionnaire) {
        return Pick.names(Pick.questions(questionnaire, Nps.class));
    }
}
