package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.SingleChoice;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.YesNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups that a banner compares.
 *
 * @param auto   whether they are the questionnaire's first {@value #MOST_AUTOMATIC} questions with one answer out of 2 to
 *     {@value #MOST_CODES}
 * @param groups in order, if they are named
 */
public record BannerPlan(boolean auto, List<GroupPlan> groups) {
    private static final String AUTO = "auto";
    private static final int MOST_AUTOMATIC = 4;
    private static final int MOST_CODES = 8;

    public BannerPlan {
        groups = List.copyOf(groups);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BannerPlan fromJson(Object json) {
        if (AUTO.equals(json)) {
            return new BannerPlan(true, List.of());
        }
        if (json instanceof List<?> list) {
            return new BannerPlan(false, list.stream().map(BannerPlan::group).toList());
        }
        throw new IllegalArgumentException("a banner is \"auto\" or a list of groups: " + json);
    }

    private static GroupPlan group(Object json) {
        if (json instanceof Map<?, ?> map && map.get("variables") instanceof List<?> names) {
            return new GroupPlan(names.stream().map(String::valueOf).toList());
        }
        throw new IllegalArgumentException("a group of a banner names its variables: " + json);
    }

    @JsonValue
    Object toJson() {
        return auto ? AUTO : groups;
    }

    List<GroupPlan> of(Questionnaire questionnaire) {
        if (!auto) {
            return groups;
        }
        Set<String> choices = questionnaire.questions().stream()
                .filter(question -> question instanceof SingleChoice || question instanceof YesNo)
                .map(Question::name)
                .collect(Collectors.toSet());
        return questionnaire.variables().stream()
                .filter(variable -> choices.contains(variable.name()))
                .filter(variable -> variable.shape() == Variable.Shape.ONE)
                .filter(variable ->
                        variable.values().size() >= 2 && variable.values().size() <= MOST_CODES)
                .limit(MOST_AUTOMATIC)
                .map(variable -> new GroupPlan(List.of(variable.name())))
                .toList();
    }

    List<Fault> check(Questionnaire questionnaire) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String at = "/" + i;
            groups.get(i).check(questionnaire).forEach(fault -> faults.add(fault.within(at)));
        }
        return faults;
    }
}
