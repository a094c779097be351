package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A total shared out among rows; each row is a variable of its own, which holds a number of 0 or more. As soon as one row
 * has a number, the others count as 0.
 *
 * @param rows  one or more
 * @param total what the numbers add up to; more than 0 and a multiple of {@code step}
 * @param step  of which each number is a multiple; more than 0; absent is 1
 * @param unit  what is shared out, such as {@code %}; absent is nothing
 */
@JsonTypeName(ConstantSum.TYPE)
public record ConstantSum(
        Asked asked, List<Row> rows, BigDecimal total, BigDecimal step, @Nullable String unit, Shuffle shuffle)
        implements Question {
    static final String TYPE = "constant_sum";

    /**
     * What gets a share.
     *
     * @param name the variable's name
     */
    public record Row(String name, Text text, Condition visibleIf, boolean pinned) implements Part {
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

    public ConstantSum {
        requireNonNull(asked, "asked");
        rows = List.copyOf(rows);
        requireNonNull(total, "total");
        step = requireNonNullElse(step, BigDecimal.ONE);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows of " + asked.name() + " must be one or more: 0");
        }
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step of " + asked.name() + " must be more than 0: " + step);
        }
        if (total.signum() <= 0 || total.remainder(step).signum() != 0) {
            throw new IllegalArgumentException(
                    "total of " + asked.name() + " must be more than 0 and a multiple of step: " + total);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return rows.stream()
                .map(row -> Variable.of(row.name(), name(), row.text(), Measure.SCALE)
                        .counting(unit)
                        .within(BigDecimal.ZERO, total))
                .toList();
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        Limits limits = new Limits(name(), BigDecimal.ZERO, null, step);
        List<Fault> faults = new ArrayList<>();
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (Row row : rows) {
            JsonNode answer = answers.get(row.name());
            if (answer != null) {
                given.put(row.name(), answer);
                limits.check(Fault.segment(row.name()), answer).ifPresent(faults::add);
            }
        }
        if (faults.isEmpty() && !given.isEmpty()) {
            BigDecimal sum =
                    given.values().stream().map(JsonNode::decimalValue).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(total) != 0) {
                faults.add(new Fault(
                        Fault.segment(given.keySet().iterator().next()),
                        "wrong-sum",
                        "The numbers of " + name() + " must add up to " + total.toPlainString() + ", not "
                                + sum.toPlainString() + "."));
            }
        }
        return faults;
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        List<String> names = rows.stream().map(Row::name).toList();
        return names.stream().anyMatch(answers::containsKey) ? List.of() : names;
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.constantSum(this);
    }
}
