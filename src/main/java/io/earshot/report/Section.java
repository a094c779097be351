package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.earshot.finding.Finding;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import java.util.List;
import java.util.Set;

/** One part of a report: knows what it needs of a questionnaire, and what it finds in the answers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FrequenciesSection.class, name = "frequencies"),
    @JsonSubTypes.Type(value = NpsSection.class, name = "nps"),
    @JsonSubTypes.Type(value = CrosstabSection.class, name = "crosstab"),
    @JsonSubTypes.Type(value = ReliabilitySection.class, name = "reliability"),
    @JsonSubTypes.Type(value = ToplineSection.class, name = "topline"),
    @JsonSubTypes.Type(value = BannerSection.class, name = "banner"),
    @JsonSubTypes.Type(value = WavesSection.class, name = "waves"),
    @JsonSubTypes.Type(ModuleSection.class)
})
public sealed interface Section
        permits FrequenciesSection,
                NpsSection,
                CrosstabSection,
                ReliabilitySection,
                ToplineSection,
                BannerSection,
                WavesSection,
                ModuleSection {

    /** What the section asks for that the questionnaire lacks, with pointers into the section. */
    List<Fault> check(Questionnaire questionnaire);

    /** The variables and questions that it names, other than by taking all. */
    default Set<String> named(Questionnaire questionnaire) {
        return Set.of();
    }

    /** Only for a questionnaire in which {@link #check} found no fault. */
    List<Finding> find(Answers answers);
}
