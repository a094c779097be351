package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.Variable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes the answers to one variable, response by response, as they stand in JSON. */
final class AnswerColumn {
    /** @return false if the answer is none that the variable allows */
    private final Function<JsonNode, Boolean> sink;

    private final Tokens tokens;
    private final Consumer<Missing> missing;
    private final Supplier<List<Column>> build;

    /** Takes an answer as it is written in JSON, without a tree of nodes between. */
    private interface Tokens {
        int TAKEN = 0;
        int UNSURE = -1;
        int NOT_ALLOWED = -2;
        Tokens NONE = (json, from, to) -> UNSURE;

        /** @return {@link #UNSURE} if nothing was taken because it needs to be looked at closer */
        int take(byte[] json, int from, int to);
    }

    private AnswerColumn(
            Function<JsonNode, Boolean> sink, Tokens tokens, Consumer<Missing> missing, Supplier<List<Column>> build) {
        this.sink = sink;
        this.tokens = tokens;
        this.missing = missing;
        this.build = build;
    }

    static AnswerColumn of(Variable variable) {
        return switch (variable.shape()) {
            case ORDER -> ranks(variable);
            case SET -> variable.isCodedSet() ? multiple(variable) : text(variable);
            case ONE ->
                switch (variable.format()) {
                    case CODE -> coded(variable);
                    case NUMBER -> number(variable, AnswerColumn::finite, WrittenNumbers::finite);
                    case TIME -> number(variable, AnswerColumn::minutes, WrittenNumbers::minutes);
                    case DATE -> date(variable);
                    case TEXT, FILE -> text(variable);
                };
        };
    }

    /** An answer that the variable doesn't allow becomes {@link Missing#INVALID}: stored data may be older than a rule. */
    void add(JsonNode answer) {
        if (!sink.apply(answer)) {
            missing.accept(Missing.INVALID);
        }
    }

    /**
     * Adds the answer that is written between two places of a JSON text, as {@link #add} would.
     *
     * @return false if nothing was added, because only a tree of nodes tells what it is
     */
    boolean addWritten(byte[] json, int from, int to) {
        int taken = tokens.take(json, from, to);
        if (taken == Tokens.NOT_ALLOWED) {
            missing.accept(Missing.INVALID);
        }
        return taken != Tokens.UNSURE;
    }

    void addMissing(Missing kind) {
        missing.accept(kind);
    }

    /** One column for each of {@link Variable#columns()}. */
    List<Column> build() {
        return build.get();
    }

    private static AnswerColumn coded(Variable variable) {
        CodedColumn.Builder builder = CodedColumn.builder(variable);
        Set<String> codes = codes(variable);
        WrittenCodes written = new WrittenCodes(variable);
        return new AnswerColumn(
                answer -> {
                    boolean known = codes.contains(answer.asText());
                    if (known) {
                        builder.add(answer.asText());
                    }
                    return known;
                },
                (json, from, to) -> {
                    int index = written.index(json, from, to);
                    if (index >= 0) {
                        builder.addIndex(index);
                    }
                    return taken(index);
                },
                builder::addMissing,
                () -> List.of(builder.build()));
    }

    private static int taken(int index) {
        if (index >= 0) {
            return Tokens.TAKEN;
        }
        return index == WrittenCodes.UNSURE ? Tokens.UNSURE : Tokens.NOT_ALLOWED;
    }

    private static AnswerColumn multiple(Variable variable) {
        MultipleColumn.Builder builder = MultipleColumn.builder(variable);
        Set<String> codes = codes(variable);
        WrittenCodes written = new WrittenCodes(variable);
        int[] chosenAt = new int[Math.max(1, variable.values().size())];
        return new AnswerColumn(
                answer -> {
                    List<String> chosen = items(answer);
                    boolean known = answer.isArray() && codes.containsAll(chosen);
                    if (known) {
                        builder.add(chosen);
                    }
                    return known;
                },
                (json, from, to) -> {
                    int count = written.indices(json, from, to, chosenAt);
                    if (count >= 0) {
                        builder.addIndices(chosenAt, count);
                    }
                    return taken(count);
                },
                builder::addMissing,
                () -> List.of(builder.build()));
    }

    /** A column of ranks for each option; one that was not ranked has none. */
    private static AnswerColumn ranks(Variable variable) {
        List<CodedColumn.Builder> builders =
                variable.columns().stream().map(CodedColumn::builder).toList();
        List<String> options =
                variable.values().stream().map(Variable.CodedValue::code).toList();
        int places = variable.columns().get(0).values().size();
        return new AnswerColumn(
                answer -> {
                    List<String> ranked = items(answer);
                    boolean known = answer.isArray()
                            && options.containsAll(ranked)
                            && ranked.size() <= places
                            && new HashSet<>(ranked).size() == ranked.size();
                    for (int i = 0; known && i < options.size(); i++) {
                        int place = ranked.indexOf(options.get(i));
                        if (place < 0) {
                            builders.get(i).addMissing(Missing.NO_ANSWER);
                        } else {
                            builders.get(i).add(Integer.toString(place + 1));
                        }
                    }
                    return known;
                },
                Tokens.NONE,
                kind -> builders.forEach(builder -> builder.addMissing(kind)),
                () -> builders.stream().<Column>map(CodedColumn.Builder::build).toList());
    }

    private static AnswerColumn number(
            Variable variable, Function<JsonNode, OptionalDouble> read, WrittenNumbers.Read written) {
        NumberColumn.Builder builder = NumberColumn.builder(variable);
        return new AnswerColumn(
                answer -> {
                    OptionalDouble number = read.apply(answer);
                    number.ifPresent(builder::add);
                    return number.isPresent();
                },
                (json, from, to) -> {
                    double number = written.number(json, from, to);
                    if (Double.isNaN(number)) {
                        return Tokens.UNSURE;
                    }
                    builder.add(number);
                    return Tokens.TAKEN;
                },
                builder::addMissing,
                () -> List.of(builder.build()));
    }

    private static AnswerColumn date(Variable variable) {
        DateColumn.Builder builder = DateColumn.builder(variable);
        return new AnswerColumn(
                answer -> {
                    Optional<LocalDate> day = day(answer);
                    day.ifPresent(builder::add);
                    return day.isPresent();
                },
                (json, from, to) -> {
                    Optional<LocalDate> day = WrittenNumbers.day(json, from, to);
                    day.ifPresent(builder::add);
                    return day.isPresent() ? Tokens.TAKEN : Tokens.UNSURE;
                },
                builder::addMissing,
                () -> List.of(builder.build()));
    }

    private static AnswerColumn text(Variable variable) {
        TextColumn.Builder builder = TextColumn.builder(variable);
        return new AnswerColumn(
                answer -> {
                    // As in a CSV file.
                    builder.add(answer.isArray() ? String.join(";", items(answer)) : answer.asText());
                    return true;
                },
                (json, from, to) -> {
                    if (json[from] != '"' || WrittenJson.isEscaped(json, from, to)) {
                        return Tokens.UNSURE;
                    }
                    builder.add(json, from + 1, to - 1);
                    return Tokens.TAKEN;
                },
                builder::addMissing,
                () -> List.of(builder.build()));
    }

    private static Set<String> codes(Variable variable) {
        Set<String> codes = new HashSet<>();
        variable.values().forEach(value -> codes.add(value.code()));
        return codes;
    }

    private static List<String> items(JsonNode answer) {
        List<String> items = new ArrayList<>();
        answer.forEach(item -> items.add(item.asText()));
        return items;
    }

    private static OptionalDouble finite(JsonNode answer) {
        return answer.isNumber() && Double.isFinite(answer.doubleValue())
                ? OptionalDouble.of(answer.doubleValue())
                : OptionalDouble.empty();
    }

    /** Minutes after midnight. */
    private static OptionalDouble minutes(JsonNode answer) {
        try {
            LocalTime time = LocalTime.parse(answer.asText());
            return OptionalDouble.of(time.getHour() * 60 + time.getMinute());
        } catch (DateTimeParseException e) {
            return OptionalDouble.empty();
        }
    }

    private static Optional<LocalDate> day(JsonNode answer) {
        try {
            return Optional.of(LocalDate.parse(answer.asText()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
