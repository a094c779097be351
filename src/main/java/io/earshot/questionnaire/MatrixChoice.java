package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several rows with the same options; each row is a variable of its own, which holds a code, or an array of codes.
 *
 * @param rows     one or more
 * @param options  without open texts; exclusive ones only if {@code multiple}
 * @param multiple true if several options may be chosen in each row
 * @param shuffle  of the rows
 */
@JsonTypeName(MatrixChoice.TYPE)
public record MatrixChoice(Asked asked, List<Row> rows, List<Option> options, boolean multiple, Shuffle shuffle)
        implements Question {
    static final String TYPE = "matrix_choice";

    /**
     * What the options are chosen for.
     *
     * @param name   the variable's name
     * @param expect what an attentive person chooses; absent checks nobody
     */
    public record Row(String name, Text text, Condition visibleIf, boolean pinned, @Nullable Expected expect)
            implements Part {
        public Row {
            VariableName.required(name);
            requireNonNull(text, "text");
            visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        }

        @Override
        public String key() {
            return name;
        }
    }

    public MatrixChoice {
        requireNonNull(asked, "asked");
        rows = List.copyOf(rows);
        Options all = new Options(asked.name(), options).withoutOpenTexts();
        options = (multiple ? all : all.withoutExclusives()).list();
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows of " + asked.name() + " must be one or more: 0");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        List<Variable.CodedValue> values = new Options(name(), options).values();
        Variable.Shape shape = multiple ? Variable.Shape.SET : Variable.Shape.ONE;
        return rows.stream()
                .map(row -> Variable.of(row.name(), name(), row.text(), Measure.NOMINAL)
                        .shaped(shape)
                        .coded(values))
                .toList();
    }

    @Override
    public Map<String, Expected> expected() {
        Map<String, Expected> expected = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.expect() != null) {
                expected.put(row.name(), row.expect());
            }
        }
        return expected;
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        Options all = new Options(name(), options);
        List<Fault> faults = new ArrayList<>();
        for (Row row : rows) {
            JsonNode answer = answers.get(row.name());
            if (answer == null) {
                continue;
            }
            String pointer = Fault.segment(row.name());
            if (multiple) {
                List<Fault> ofRow = new ArrayList<>();
                all.checkSet(pointer, answer, new LinkedHashSet<>(), ofRow);
                faults.addAll(ofRow);
            } else {
                all.checkOne(pointer, answer).ifPresent(faults::add);
            }
        }
        return faults;
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        return rows.stream()
                .map(Row::name)
                .filter(row -> isMissing(answers.get(row)))
                .toList();
    }

    private static boolean isMissing(@Nullable JsonNode answer) {
        return answer == null || (answer.isArray() && answer.isEmpty());
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.matrixChoice(this);
    }
}
