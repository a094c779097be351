package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds one response's answers against the questionnaire that asked for them. */
final class AnswerCheck {
    private final Questionnaire questionnaire;
    private final Map<String, JsonNode> answers;
    private final Set<String> variables;

    AnswerCheck(Questionnaire questionnaire, Map<String, JsonNode> answers) {
        this.questionnaire = questionnaire;
        this.answers = answers;
        this.variables = questionnaire.given().stream().map(Variable::name).collect(Collectors.toSet());
    }

    List<Fault> faults(boolean complete) {
        List<Fault> faults = new ArrayList<>();
        Map<String, JsonNode> known = new LinkedHashMap<>();
        answers.forEach((name, answer) -> {
            if (!variables.contains(name)) {
                faults.add(AnswerFault.unknownVariable(name));
            } else if (answer.isNull()) {
                faults.add(AnswerFault.wrongType(Fault.segment(name), answer, "a value; leave out what has no answer"));
            } else {
                known.put(name, answer);
            }
        });
        questionnaire.questions().forEach(question -> faults.addAll(question.check(known)));
        for (Hidden hidden : questionnaire.hidden()) {
            JsonNode value = known.get(hidden.name());
            if (value != null) {
                hidden.check(value).ifPresent(faults::add);
            }
        }
        if (complete) {
            demanded().forEach(question -> faults.addAll(question.demands(answers)));
        }
        return faults;
    }

    /** The required questions that the respondent certainly saw. */
    private List<Question> demanded() {
        List<Question> demanded = new ArrayList<>();
        Map<String, Object> data = new HashMap<>();
        questionnaire.hidden().forEach(hidden -> put(hidden.name(), data));
        for (Page page : questionnaire.pages()) {
            boolean pageShown = isSurelyVisible(page.visibleIf(), data);
            for (Element element : page.elements()) {
                if (!(element instanceof Question question)) {
                    continue;
                }
                boolean shown = pageShown && isSurelyVisible(question.visibleIf(), data);
                if (shown && question.required()) {
                    demanded.add(question);
                }
                if (shown || !isSurelyHidden(page, question, data)) {
                    question.variables().forEach(variable -> put(variable.name(), data));
                }
            }
        }
        return demanded;
    }

    private boolean isSurelyVisible(Condition condition, Map<String, Object> data) {
        return dependsOnAnswersOnly(condition) && condition.holds(data);
    }

    /** An answer that became invisible no longer decides what else is visible. */
    private boolean isSurelyHidden(Page page, Question question, Map<String, Object> data) {
        return (dependsOnAnswersOnly(page.visibleIf()) && !page.visibleIf().holds(data))
                || (dependsOnAnswersOnly(question.visibleIf())
                        && !question.visibleIf().holds(data));
    }

    /** Traits and context are not part of a response's answers, so a condition on them can't be judged here. */
    private boolean dependsOnAnswersOnly(Condition condition) {
        return variables.containsAll(condition.names());
    }

    private void put(String variable, Map<String, Object> data) {
        JsonNode answer = answers.get(variable);
        if (answer != null && !answer.isNull()) {
            data.put(variable, plain(answer));
        }
    }

    private static Object plain(JsonNode answer) {
        if (answer.isArray()) {
            List<Object> items = new ArrayList<>();
            answer.forEach(item -> items.add(plain(item)));
            return items;
        }
        return answer.isNumber() ? answer.doubleValue() : answer.asText();
    }
}
