package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question that is answered by one mark out of a row of whole numbers. */
public sealed interface Marked extends Question permits Nps, Csat, Ces, Rating {
    /** The row of marks. */
    Points marks();

    /** The mark that an attentive person gives; absent if it checks nobody. */
    @Nullable
    Expected expect();

    @Override
    default List<Variable> variables() {
        return List.of(asked().variable(Measure.ORDINAL).coded(marks().values()));
    }

    @Override
    default Map<String, Expected> expected() {
        Expected mark = expect();
        return mark == null ? Map.of() : Map.of(name(), mark);
    }

    @Override
    default List<Fault> check(Map<String, JsonNode> answers) {
        return marks().check(name(), answers);
    }
}
