package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several items judged by one ordered scale; each row is a variable of its own, which holds the code of a scale point.
 *
 * @param scale its points from one end to the other, two or more
 * @param rows  the items, one or more
 */
@JsonTypeName(Likert.TYPE)
public record Likert(Asked asked, List<Point> scale, List<Row> rows, Presentation presentation, Shuffle shuffle)
        implements Question {
    static final String TYPE = "likert";

    /** How it is drawn. */
    public enum Presentation {
        @JsonProperty("matrix")
        MATRIX,
        @JsonProperty("one_at_a_time")
        ONE_AT_A_TIME
    }

    /** A point of the scale. */
    public record Point(Code code, Text text) {
        public Point {
            requireNonNull(code, "code");
            requireNonNull(text, "text");
        }
    }

    /**
     * An item.
     *
     * @param name     the variable's name
     * @param reversed true if agreeing means less of what the question measures; data hold what was answered, scoring turns it
     * @param expect   the point that an attentive person chooses; absent checks nobody
     */
    public record Row(
            String name, Text text, Condition visibleIf, boolean pinned, boolean reversed, @Nullable Expected expect)
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

    public Likert {
        requireNonNull(asked, "asked");
        scale = List.copyOf(scale);
        rows = List.copyOf(rows);
        presentation = requireNonNullElse(presentation, Presentation.MATRIX);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (scale.size() < 2) {
            throw new IllegalArgumentException(
                    "scale of " + asked.name() + " must have 2 or more points: " + scale.size());
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows of " + asked.name() + " must be one or more: 0");
        }
        Set<Code> codes = new HashSet<>();
        for (Point point : scale) {
            if (!codes.add(point.code())) {
                throw new IllegalArgumentException("code of a scale point must be unique in " + asked.name() + ": "
                        + point.code().text());
            }
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        List<Variable.CodedValue> values = scale.stream()
                .map(point -> new Variable.CodedValue(point.code().text(), point.text()))
                .toList();
        return rows.stream()
                .map(row -> Variable.of(row.name(), name(), row.text(), Measure.ORDINAL)
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
        List<String> codes = scale.stream().map(point -> point.code().text()).toList();
        List<Fault> faults = new ArrayList<>();
        for (Row row : rows) {
            JsonNode answer = answers.get(row.name());
            if (answer == null) {
                continue;
            }
            String pointer = Fault.segment(row.name());
            String code = Code.in(answer).orElse(null);
            if (code == null) {
                faults.add(AnswerFault.wrongType(pointer, answer, "the code of one point of the scale"));
            } else if (!codes.contains(code)) {
                faults.add(AnswerFault.notAnOption(pointer, answer, codes));
            }
        }
        return faults;
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        return rows.stream()
                .map(Row::name)
                .filter(row -> !answers.containsKey(row))
                .toList();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.likert(this);
    }
}
