package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.ConstantSum;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to a response's answers what follows from them: scores, and the zeros of those who shared out a total. */
final class Supplement {
    private final Scores scores;
    private final List<List<String>> sharers;

    Supplement(Questionnaire questionnaire) {
        scores = new Scores(questionnaire);
        // Whether a row with a condition was seen is not known here.
        sharers = questionnaire.questions().stream()
                .filter(ConstantSum.class::isInstance)
                .map(question -> ((ConstantSum) question)
                        .rows().stream()
                                .filter(row -> row.visibleIf().equals(Condition.ALWAYS))
                                .map(ConstantSum.Row::name)
                                .toList())
                .toList();
    }

    /** The names of the scores. */
    List<String> scores() {
        return scores.names();
    }

    /** The names of the rows that share a total, for each question; one that was answered makes the others 0. */
    List<List<String>> sharers() {
        return sharers;
    }

    /** @param answers by variable name, as they are stored; a value that is stored for a score stands */
    Map<String, JsonNode> to(JsonNode answers) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        answers.properties().forEach(answer -> {
            if (!answer.getValue().isNull()) {
                all.put(answer.getKey(), answer.getValue());
            }
        });
        for (List<String> rows : sharers) {
            if (rows.stream().anyMatch(all::containsKey)) {
                rows.forEach(row -> all.putIfAbsent(row, IntNode.valueOf(0)));
            }
        }
        scores.values(all).forEach((name, value) -> all.putIfAbsent(name, DoubleNode.valueOf(value)));
        return all;
    }
}
