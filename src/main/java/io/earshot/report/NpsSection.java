package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.ScoredColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.PromoterScore;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.NetPromoterScore;
import java.util.List;

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
    public List<Finding> find(Answers answers) {
        return variables.of(names(answers.questionnaire())).stream()
                .<Finding>map(name -> new PromoterScore(
                        answers.subject(name),
                        NetPromoterScore.of(answers.data().column(name, ScoredColumn.class), answers.confidence())))
                .toList();
    }

    private static List<String> names(Questionnaire questionnaire) {
        return Pick.names(Pick.questions(questionnaire, Nps.class));
    }
}
