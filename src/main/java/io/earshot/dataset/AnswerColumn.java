package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.Variable;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** Takes the answers to one variable, response by response, as they stand in JSON. */
final class AnswerColumn {
    private final Sink sink;
    private final Supplier<Column> build;

    private AnswerColumn(Sink sink, Supplier<Column> build) {
        this.sink = sink;
        this.build = build;
    }

    private interface Sink {
        /** @return false if the answer is none that the variable allows */
        boolean add(JsonNode answer);

        void addMissing(Missing kind);
    }

    static AnswerColumn of(Variable variable) {
        if (variable.isCodedSet()) {
            return multiple(variable);
        }
        if (variable.shape() != Variable.Shape.ONE) {
            return text(variable);
        }
        return switch (variable.measure()) {
            case NOMINAL, ORDINAL -> coded(variable);
            case SCALE -> number(variable);
            case TEXT, DATE -> text(variable);
        };
    }

    /** An answer that the variable doesn't allow becomes {@link Missing#INVALID}: stored data may be older than a rule. */
    void add(JsonNode answer) {
        if (!sink.add(answer)) {
            sink.addMissing(Missing.INVALID);
        }
    }

    void addMissing(Missing kind) {
        sink.addMissing(kind);
    }

    Column build() {
        return build.get();
    }

    private static Set<String> codes(Variable variable) {
        Set<String> codes = new HashSet<>();
        variable.values().forEach(value -> codes.add(value.code()));
        return codes;
    }

    private static AnswerColumn coded(Variable variable) {
        CodedColumn.Builder builder = CodedColumn.builder(variable);
        Set<String> codes = codes(variable);
        Sink sink = new Sink() {
            @Override
            public boolean add(JsonNode answer) {
                boolean known = codes.contains(answer.asText());
                if (known) {
                    builder.add(answer.asText());
                }
                return known;
            }

            @Override
            public void addMissing(Missing kind) {
                builder.addMissing(kind);
            }
        };
        return new AnswerColumn(sink, builder::build);
    }

    private static AnswerColumn multiple(Variable variable) {
        MultipleColumn.Builder builder = MultipleColumn.builder(variable);
        Set<String> codes = codes(variable);
        Sink sink = new Sink() {
            @Override
            public boolean add(JsonNode answer) {
                List<String> chosen = new ArrayList<>();
                answer.forEach(code -> chosen.add(code.asText()));
                boolean known = answer.isArray() && codes.containsAll(chosen);
                if (known) {
                    builder.add(chosen);
                }
                return known;
            }

            @Override
            public void addMissing(Missing kind) {
                builder.addMissing(kind);
            }
        };
        return new AnswerColumn(sink, builder::build);
    }

    private static AnswerColumn number(Variable variable) {
        NumberColumn.Builder builder = NumberColumn.builder(variable);
        Sink sink = new Sink() {
            @Override
            public boolean add(JsonNode answer) {
                OptionalDouble number = variable.format() == Variable.Format.TIME ? minutes(answer) : number(answer);
                number.ifPresent(builder::add);
                return number.isPresent();
            }

            @Override
            public void addMissing(Missing kind) {
                builder.addMissing(kind);
            }
        };
        return new AnswerColumn(sink, builder::build);
    }

    private static AnswerColumn text(Variable variable) {
        TextColumn.Builder builder = TextColumn.builder(variable);
        Sink sink = new Sink() {
            @Override
            public boolean add(JsonNode answer) {
                builder.add(words(answer));
                return true;
            }

            @Override
            public void addMissing(Missing kind) {
                builder.addMissing(kind);
            }
        };
        return new AnswerColumn(sink, builder::build);
    }

    private static OptionalDouble number(JsonNode answer) {
        return answer.isNumber() && Double.isFinite(answer.doubleValue())
                ? OptionalDouble.of(answer.doubleValue())
                : OptionalDouble.empty();
    }

    /** Minutes after midnight. */
    private static OptionalDouble minutes(JsonNode answer) {
        try {
            return OptionalDouble.of(LocalTime.parse(answer.asText()).toSecondOfDay() / 60);
        } catch (DateTimeParseException e) {
            return OptionalDouble.empty();
        }
    }

    /** The items of an array are joined by {@code ;}, as in a CSV file. */
    private static String words(JsonNode answer) {
        if (!answer.isArray()) {
            return answer.asText();
        }
        List<String> items = new ArrayList<>();
        answer.forEach(item -> items.add(item.asText()));
        return String.join(";", items);
    }
}
