package io.earshot.questionnaire.flow;

import io.earshot.questionnaire.Expected;
import io.earshot.questionnaire.Question;
import java.util.List;
import java.util.Map;

/**
 * A question with what a walk needs of it again and again.
 *
 * @param index    counts a questionnaire's questions from 0
 * @param expected by variable
 */
record PlannedQuestion(int index, Question question, List<Slot> slots, Map<String, Expected> expected) {
    static PlannedQuestion of(int index, Question question) {
        return new PlannedQuestion(index, question, Slot.of(question), Map.copyOf(question.expected()));
    }
}
