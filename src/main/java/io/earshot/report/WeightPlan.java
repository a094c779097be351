package io.earshot.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a report's weights come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WeightPlan.Given.class, name = "variable"),
    @JsonSubTypes.Type(value = WeightPlan.Design.class, name = "design"),
    @JsonSubTypes.Type(value = WeightPlan.Raked.class, name = "raking")
})
public sealed interface WeightPlan {
    /** The attribute of a response that holds the probability with which its respondent was asked. */
    String PROBABILITY = "earshot.prompt.inclusion_probability";

    /** What it asks for that the questionnaire lacks, with pointers into the plan. */
    List<Fault> check(Questionnaire questionnaire);

    /** A number of the questionnaire, or of what came with the responses, is the weight. */
    record Given(String variable) implements WeightPlan {
        public Given {
            requireNonNull(variable, "variable");
        }

        @Override
        public List<Fault> check(Questionnaire questionnaire) {
            return questionnaire
                    .variable(variable)
                    .filter(found -> found.format() != Variable.Format.NUMBER || found.shape() != Variable.Shape.ONE)
                    .map(found -> new Fault(
                            "/variable",
                            "not-a-number",
                            "A weight is a number; " + variable + " of the questionnaire is none."))
                    .stream()
                    .toList();
        }
    }

    /** One over the probability of having been asked: {@value #PROBABILITY}. */
    record Design() implements WeightPlan {
        @Override
        public List<Fault> check(Questionnaire questionnaire) {
            return List.of();
        }
    }

    /**
     * Weights fitted to what is known of the population.
     *
     * @param base to start from; equal weights if absent
     * @param cap  the largest weight in units of their mean, above 1; none if absent
     */
    record Raked(@Nullable WeightPlan base, List<Target> margins, @Nullable Double cap) implements WeightPlan {
        public Raked {
            margins = List.copyOf(margins);
        }

        @Override
        public List<Fault> check(Questionnaire questionnaire) {
            List<Fault> faults = new ArrayList<>();
            if (base instanceof Raked) {
                faults.add(new Fault(
                        "/base", "raked-base", "Raking can't start from raked weights; name all margins in one."));
            } else if (base != null) {
                base.check(questionnaire).forEach(fault -> faults.add(fault.within("/base")));
            }
            for (int i = 0; i < margins.size(); i++) {
                String at = "/margins/" + i;
                margins.get(i).check(questionnaire).forEach(fault -> faults.add(fault.within(at)));
            }
            return faults;
        }
    }

    /** @param targets each code's people or share; only their proportions count */
    record Target(String variable, Map<String, Double> targets) {
        public Target {
            requireNonNull(variable, "variable");
            targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        }

        List<Fault> check(Questionnaire questionnaire) {
            List<Fault> faults = new ArrayList<>(GroupPlan.check("/variable", variable, false, questionnaire).stream()
                    .toList());
            if (!faults.isEmpty()) {
                return faults;
            }
            List<String> codes = questionnaire.variable(variable).orElseThrow().values().stream()
                    .map(Variable.CodedValue::code)
                    .toList();
            targets.keySet().stream()
                    .filter(code -> !codes.contains(code))
                    .map(code -> new Fault(
                            "/targets" + Fault.segment(code),
                            "unknown-code",
                            variable + " has no code " + code + "; it has " + String.join(", ", codes) + "."))
                    .forEach(faults::add);
            return faults;
        }
    }
}
