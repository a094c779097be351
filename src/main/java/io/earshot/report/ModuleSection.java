package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.earshot.finding.Finding;
import io.earshot.finding.LeftOut;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section that needs something of the questionnaire that not every one has. One that is optional is left out where that
 * is lacking, and the report says so; one that is not is a fault of the definition.
 */
@JsonSubTypes({
    @JsonSubTypes.Type(value = NpsTrendSection.class, name = NpsTrendSection.KIND),
    @JsonSubTypes.Type(value = BoxesSection.class, name = BoxesSection.KIND),
    @JsonSubTypes.Type(value = ScoresSection.class, name = ScoresSection.KIND),
    @JsonSubTypes.Type(value = DriversSection.class, name = DriversSection.KIND),
    @JsonSubTypes.Type(value = PriceSection.class, name = PriceSection.KIND),
    @JsonSubTypes.Type(value = KanoSection.class, name = KanoSection.KIND),
    @JsonSubTypes.Type(value = MaxDiffSection.class, name = MaxDiffSection.KIND),
    @JsonSubTypes.Type(value = RankingSection.class, name = RankingSection.KIND),
    @JsonSubTypes.Type(value = OpenAnswersSection.class, name = OpenAnswersSection.KIND),
    @JsonSubTypes.Type(value = ResponseRatesSection.class, name = ResponseRatesSection.KIND),
    @JsonSubTypes.Type(value = DataQualitySection.class, name = DataQualitySection.KIND)
})
public sealed interface ModuleSection extends Section
        permits PickingSection, DriversSection, PriceSection, ResponseRatesSection, DataQualitySection {
    boolean optional();

    /** As the section's JSON names it. */
    String word();

    /** What the questionnaire lacks for the section, as a sentence; empty if it has all. */
    Optional<String> lack(Questionnaire questionnaire);

    /** What the section names that the questionnaire does not have. */
    default List<Fault> unknown(Questionnaire questionnaire) {
        return List.of();
    }

    /** Only where nothing is lacking. */
    List<Finding> present(Answers answers);

    @Override
    default List<Fault> check(Questionnaire questionnaire) {
        List<Fault> faults = new ArrayList<>(unknown(questionnaire));
        if (!optional()) {
            lack(questionnaire).ifPresent(sentence -> faults.add(new Fault("", "section-without-questions", sentence)));
        }
        return faults;
    }

    @Override
    default List<Finding> find(Answers answers) {
        return lack(answers.questionnaire())
                .map(sentence -> List.<Finding>of(new LeftOut(word(), sentence)))
                .orElseGet(() -> present(answers));
    }
}
