package io.earshot.questionnaire.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.AnswerFault;
import io.earshot.questionnaire.Code;
import io.earshot.questionnaire.MultipleChoice;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Ranking;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.logic.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What remains of the answers to one question that is shown, and what is wrong with them. */
final class Keeping {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.arrayNode();

    private final PlannedQuestion planned;
    private final Visible visible;
    private final List<Fault> faults;
    private final Map<String, JsonNode> kept = new LinkedHashMap<>();

    /** Variable to the places that its remaining members had in the array that was given; only where some were dropped. */
    private final Map<String, List<Integer>> places = new HashMap<>();

    private Keeping(PlannedQuestion planned, Visible visible, List<Fault> faults) {
        this.planned = planned;
        this.visible = visible;
        this.faults = faults;
    }

    /** @param faults takes what is wrong */
    static Map<String, JsonNode> keep(
            PlannedQuestion planned, Visible visible, Map<String, JsonNode> answers, List<Fault> faults) {
        Keeping keeping = new Keeping(planned, visible, faults);
        planned.slots().forEach(slot -> keeping.take(slot, answers.get(slot.name())));
        if (!keeping.kept.isEmpty()) {
            keeping.check();
            keeping.dropWords();
        }
        return keeping.kept;
    }

    private void take(Slot slot, @Nullable JsonNode given) {
        if (given == null) {
            return;
        }
        String pointer = Fault.segment(slot.name());
        if (given.isNull()) {
            faults.add(AnswerFault.noValue(slot.name()));
        } else if (visible.slot(slot) == Truth.NO) {
            faults.add(AnswerFault.notShown(pointer, given));
        } else if (slot.chosen() && !visible.options().isEmpty()) {
            chosen(slot, given).filter(left -> !isNothing(slot, left)).ifPresent(left -> kept.put(slot.name(), left));
        } else if (!isNothing(slot, given)) {
            kept.put(slot.name(), given);
        }
    }

    private static boolean isNothing(Slot slot, JsonNode given) {
        Variable variable = slot.variable();
        return variable.shape() == Variable.Shape.ONE
                ? variable.format() == Variable.Format.TEXT
                        && given.isTextual()
                        && given.textValue().isEmpty()
                : given.isArray() && given.isEmpty();
    }

    /** Without the options that are not visible. */
    private Optional<JsonNode> chosen(Slot slot, JsonNode given) {
        String pointer = Fault.segment(slot.name());
        if (!given.isArray()) {
            if (isHidden(given)) {
                faults.add(AnswerFault.notShown(pointer, given));
                return Optional.empty();
            }
            return Optional.of(given);
        }
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (isHidden(given.get(i))) {
                faults.add(AnswerFault.notShown(pointer + "/" + i, given.get(i)));
            } else {
                left.add(given.get(i));
                from.add(i);
            }
        }
        places.put(slot.name(), from);
        return Optional.of(left);
    }

    private boolean isHidden(JsonNode code) {
        return Code.in(code).filter(text -> visible.option(text) == Truth.NO).isPresent();
    }

    private void check() {
        Question question = planned.question();
        List<Fault> found = new ArrayList<>(question.check(kept));
        if (question instanceof Ranking ranking) {
            found.removeIf(
                    fault -> fault.code().equals("too-few") || fault.code().equals("too-many"));
            if (found.isEmpty()) {
                count(ranking, found);
            }
        }
        if (question instanceof MultipleChoice choice) {
            found.removeIf(fault -> fault.code().equals("too-few")
                    && kept.getOrDefault(choice.name(), NOTHING).size() >= visible.surely(choice.options()));
        }
        found.forEach(fault -> faults.add(inPlace(fault)));
    }

    private void count(Ranking ranking, List<Fault> found) {
        int ranked = kept.getOrDefault(ranking.name(), NOTHING).size();
        int least = ranking.places(visible.surely(ranking.options()));
        int most = ranking.places(visible.possibly(ranking.options()));
        String pointer = Fault.segment(ranking.name());
        if (ranked < least) {
            found.add(AnswerFault.tooFew(pointer, "options must be ranked", least, ranked));
        } else if (ranked > most) {
            found.add(AnswerFault.tooMany(pointer, "options may be ranked", most, ranked));
        }
    }

    /** Points to where the member stood before others were dropped. */
    private Fault inPlace(Fault fault) {
        String pointer = fault.pointer();
        int cut = pointer.lastIndexOf('/');
        List<Integer> from = cut > 0 ? places.get(pointer.substring(1, cut)) : null;
        return from == null
                ? fault
                : new Fault(
                        pointer.substring(0, cut + 1) + from.get(Integer.parseInt(pointer.substring(cut + 1))),
                        fault.code(),
                        fault.detail());
    }

    /** Words whose option is not chosen are about nothing. */
    private void dropWords() {
        for (Slot slot : planned.slots()) {
            if (slot.words() != null && kept.containsKey(slot.name()) && !isChosen(slot.words())) {
                kept.remove(slot.name());
            }
        }
    }

    private boolean isChosen(String code) {
        JsonNode main = kept.get(planned.question().name());
        if (main == null) {
            return false;
        }
        Iterable<JsonNode> chosen = main.isArray() ? main : List.of(main);
        for (JsonNode one : chosen) {
            if (Code.in(one).filter(code::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
