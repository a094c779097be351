package io.earshot.report;

import io.earshot.problem.Fault;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a definition asks for, apart from its sections, that a questionnaire can't give; pointers into the definition. */
record DefinitionCheck(Definition definition, Questionnaire questionnaire) {
    /** The names beside variables that a filter may look at. */
    private static final Set<String> BESIDE = Set.of("context", "response");

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Condition filter = definition.filter();
        WeightPlan weights = definition.weights();
        BannerPlan banner = definition.banner();
        WavePlan waves = definition.waves();
        if (filter != null) {
            faults.addAll(filter(filter));
        }
        if (weights != null) {
            weights.check(questionnaire).forEach(fault -> faults.add(fault.within("/weights")));
        }
        if (banner != null) {
            banner.check(questionnaire).forEach(fault -> faults.add(fault.within("/banner")));
        }
        if (waves != null) {
            waves.check().forEach(fault -> faults.add(fault.within("/waves")));
        }
        Double second = definition.secondLevel();
        if (second != null && second >= definition.confidenceLevel()) {
            faults.add(new Fault(
                    "/secondLevel",
                    "not-below-confidence",
                    "Small letters are of a lower confidence than capitals: secondLevel must be below "
                            + definition.confidenceLevel() + ", not " + second + "."));
        }
        for (int i = 0; i < definition.sections().size(); i++) {
            String at = "/sections/" + i;
            Section section = definition.sections().get(i);
            if (section instanceof BannerSection && banner == null) {
                faults.add(new Fault(
                        at,
                        "no-banner",
                        "A section of banner tables needs the definition's banner; name its groups, or \"auto\"."));
            }
            if (section instanceof WavesSection && waves == null) {
                faults.add(new Fault(
                        at,
                        "no-waves",
                        "A section of waves needs the definition's waves: by what they are told apart."));
            }
        }
        return faults;
    }

    private List<Fault> filter(Condition filter) {
        List<Fault> faults = new ArrayList<>();
        filter.fault().ifPresent(sentence -> faults.add(new Fault("/filter", "not-a-condition", sentence)));
        Set<String> known =
                questionnaire.variables().stream().map(Variable::name).collect(Collectors.toSet());
        filter.names().stream()
                .filter(name -> !known.contains(name) && !BESIDE.contains(name))
                .map(name -> Selection.unknown(
                        "/filter", "variable", name, known.stream().sorted().toList()))
                .forEach(faults::add);
        return faults;
    }
}
