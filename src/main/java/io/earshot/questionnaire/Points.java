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
        String range = "a whole number from " + first + " to " + last;
        if (!answer.isNumber()) {
            return Optional.of(AnswerFault.wrongType(pointer, answer, range));
        }
        boolean allowed = Code.in(answer)
                .filter(code -> IntStream.rangeClosed(first, last)
                        .mapToObj(Integer::toString)
                        .anyMatch(code::equals))
                .isPresent();
        return allowed ? Optional.empty() : Optional.of(AnswerFault.outOfRange(pointer, answer, range));
    }
}
