package io.earshot.report;

import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of a banner.
 *
 * @param variables one, or several that nest: the last one's codes within each combination of the others'
 */
public record GroupPlan(List<String> variables) {
    public GroupPlan {
        variables = List.copyOf(variables);
    }

    /** What it asks for that the questionnaire lacks, with pointers into the plan. */
    List<Fault> check(Questionnaire questionnaire) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            // Who chose several answers is in several columns; nested they would be too many to read.
            check("/variables/" + i, variables.get(i), variables.size() == 1, questionnaire)
                    .ifPresent(faults::add);
        }
        return faults;
    }

    static Optional<Fault> check(String pointer, String name, boolean setsToo, Questionnaire questionnaire) {
        Optional<Variable> variable = questionnaire.variable(name);
        if (variable.isEmpty()) {
            return Optional.of(Selection.unknown(
                    pointer,
                    "variable",
                    name,
                    questionnaire.variables().stream().map(Variable::name).toList()));
        }
        return variable.filter(found -> found.values().isEmpty()
                        || found.shape() != Variable.Shape.ONE && !(setsToo && found.isCodedSet()))
                .map(found -> new Fault(
                        pointer,
                        "not-a-group",
                        "Groups come from a question with one answer of a list" + (setsToo ? ", or several" : "") + "; "
                                + name + " is none."));
    }
}
