package io.earshot.report;

import io.earshot.finding.Finding;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A module that finds something of each thing that it picks of a questionnaire. */
public sealed interface PickingSection extends ModuleSection
        permits NpsTrendSection,
                BoxesSection,
                ScoresSection,
                KanoSection,
                MaxDiffSection,
                RankingSection,
                OpenAnswersSection {
    Pick pick(Questionnaire questionnaire);

    /** @param chosen at least one name */
    List<Finding> present(List<String> chosen, Answers answers);

    @Override
    default Optional<String> lack(Questionnaire questionnaire) {
        return pick(questionnaire).lack();
    }

    @Override
    default List<Fault> unknown(Questionnaire questionnaire) {
        return pick(questionnaire).unknown();
    }

    @Override
    default Set<String> named(Questionnaire questionnaire) {
        return Set.copyOf(pick(questionnaire).wanted().names());
    }

    @Override
    default List<Finding> present(Answers answers) {
        return present(pick(answers.questionnaire()).chosen(), answers);
    }
}
