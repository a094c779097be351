package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A row of whole numbers to choose one from, with words at its ends: what {@link Marked} questions are answered by. */
public record Points(int first, int last, Text lowLabel, Text highLabel) {

    List<Variable.CodedValue> values() {
        return IntStream.rangeClosed(first, last)
                .mapToObj(point -> new Variable.CodedValue(Integer.toString(point), label(point)))
                .toList();
    }

    private Text label(int point) {
        Text words = point == first ? lowLabel : point == last ? highLabel : Text.NONE;
        return words.isEmpty() ? Text.of(Integer.toString(point)) : words.map(wording -> point + " – " + wording);
    }

    List<Fault> check(String name, Map<String, JsonNode> answers) {
        return Optional.ofNullable(answers.get(name))
                .flatMap(answer -> check(Fault.segment(name), answer))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<Fault> check(String pointer, JsonNode answer) {
        if (answer.isNumber() && isPoint(answer)) {
            return Optional.empty();
        }
        String range = "a whole number from " + first + " to " + last;
        return Optional.of(
                answer.isNumber()
                        ? AnswerFault.outOfRange(pointer, answer, range)
                        : AnswerFault.wrongType(pointer, answer, range));
    }

    private boolean isPoint(JsonNode answer) {
        String code = Code.in(answer).orElse(null);
        for (int point = first; point <= last; point++) {
            if (Integer.toString(point).equals(code)) {
                return true;
            }
        }
        return false;
    }
}
