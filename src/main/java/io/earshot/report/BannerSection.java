package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.finding.Finding;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import java.util.List;
import java.util.Set;

/** A table of each question by the banner's groups, with letters for the differences, and the comparisons behind them. */
public record BannerSection(Selection variables) implements Section {
    public BannerSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public List<Fault> check(Questionnaire questionnaire) {
        return variables.check("/variables", "variable", ToplineSection.names(questionnaire));
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        return Set.copyOf(variables.names());
    }

    @Override
    public List<Finding> find(Answers answers) {
        return new Tabulation(answers, answers.setting().banner(), false)
                .of(ToplineSection.columns(answers.questionnaire(), variables));
    }
}
