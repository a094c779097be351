package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.flow.Flow;
import io.earshot.questionnaire.flow.Known;
import io.earshot.questionnaire.flow.Passage;
import io.earshot.questionnaire.logic.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the answers of stored responses into columns, from the bytes that PostgreSQL writes them in. Only a response to which
 * something is to be added, such as a score, becomes a tree of nodes. For one thread.
 */
final class AnswerRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_PASSAGES = 4096;

    private final List<Variable> variables;
    private final AnswerColumn[] columns;
    private final ByteDictionary names = new ByteDictionary();
    private final WrittenName[] expected;
    private final Supplement supplement;
    private final int[] scores;
    private final List<int[]> sharers;
    private final Flow flow;
    // What decides what is asked, if that is nothing but answers as they are given.
    private final int @Nullable [] deciding;
    private ByteDictionary decided = new ByteDictionary();
    // Why each variable would have no answer, for each of what has decided.
    private final List<Missing[]> passages = new ArrayList<>();
    private byte[] key = new byte[256];

    // Where the answer to each variable stands, if it was seen in the row that is being read.
    private final int[] from;
    private final int[] to;
    private final int[] seenIn;
    // The variable that came after each in the row before: it most likely does again.
    private final int[] after;
    private int row;
    private byte[] json = {};

    AnswerRows(Questionnaire questionnaire) {
        variables = questionnaire.variables();
        columns = variables.stream().map(AnswerColumn::of).toArray(AnswerColumn[]::new);
        for (Variable variable : variables) {
            byte[] name = variable.name().getBytes(UTF_8);
            names.add(name, 0, name.length);
        }
        expected = variables.stream()
                .map(variable -> new WrittenName(variable.name()))
                .toArray(WrittenName[]::new);
        supplement = new Supplement(questionnaire);
        scores = places(supplement.scores().stream());
        sharers =
                supplement.sharers().stream().map(rows -> places(rows.stream())).toList();
        flow = Flow.of(questionnaire);
        List<String> given = questionnaire.given().stream().map(Variable::name).toList();
        deciding = flow.decidedBy().stream().allMatch(name -> given.contains(name) || isUnknown(name))
                ? places(flow.decidedBy().stream().filter(given::contains))
                : null;
        from = new int[columns.length];
        to = new int[columns.length];
        seenIn = new int[columns.length];
        after = new int[columns.length + 1];
    }

    /** What no stored answer tells of, so that it is not known for any response. */
    private static boolean isUnknown(String name) {
        return name.equals("traits") || name.equals("context");
    }

    private int[] places(Stream<String> of) {
        return of.mapToInt(name -> {
                    byte[] bytes = name.getBytes(UTF_8);
                    return names.find(bytes, 0, bytes.length);
                })
                .toArray();
    }

    int rows() {
        return row;
    }

    /** @param complete whether the respondent came to the end, so that what has no answer may have been asked */
    void add(byte[] answers, int start, int end, boolean complete) {
        row++;
        json = answers;
        if (columns.length == 0) {
            return;
        }
        find(start, end);
        if (needsSupplement()) {
            addSupplemented(start, end, complete);
        } else {
            addWritten(start, end, complete);
        }
    }

    /** Notes where the answers stand. Most come in the order of the row before, so that their names need not be looked for. */
    private void find(int start, int end) {
        int before = columns.length;
        int at = WrittenJson.skipSpace(json, start, end);
        if (at == end || json[at] != '{') {
            throw new IllegalStateException("answers are a JSON object");
        }
        at = WrittenJson.skipSpace(json, at + 1, end);
        while (json[at] != '}') {
            int column = after[before];
            int value = expected[column].endAt(json, at + 1);
            if (value < 0) {
                int endOfName = WrittenJson.endOfValue(json, at, end);
                column = names.find(json, at + 1, endOfName - 1);
                value = WrittenJson.skipSpace(json, endOfName, end) + 1;
            }
            value = WrittenJson.skipSpace(json, value, end);
            int endOfValue = WrittenJson.endOfValue(json, value, end);
            if (column >= 0) {
                after[before] = column;
                before = column;
                saw(column, value, endOfValue);
            }
            at = WrittenJson.skipSpace(json, endOfValue, end);
            if (json[at] == ',') {
                at = WrittenJson.skipSpace(json, at + 1, end);
            }
        }
    }

    private void saw(int column, int valueFrom, int valueTo) {
        // null is no answer.
        if (json[valueFrom] != 'n') {
            from[column] = valueFrom;
            to[column] = valueTo;
            seenIn[column] = row;
        }
    }

    private boolean needsSupplement() {
        for (int score : scores) {
            if (seenIn[score] != row) {
                return true;
            }
        }
        for (int[] rows : sharers) {
            int answered = 0;
            for (int each : rows) {
                answered += seenIn[each] == row ? 1 : 0;
            }
            if (answered > 0 && answered < rows.length) {
                return true;
            }
        }
        return false;
    }

    private void addWritten(int start, int end, boolean complete) {
        Missing[] passage = null;
        for (int column = 0; column < columns.length; column++) {
            if (seenIn[column] == row) {
                if (!columns[column].addWritten(json, from[column], to[column])) {
                    columns[column].add(node(from[column], to[column]));
                }
            } else if (!complete) {
                columns[column].addMissing(Missing.NOT_ASKED);
            } else if (flow.isSameForAll()) {
                columns[column].addMissing(Missing.NO_ANSWER);
            } else {
                passage = passage == null ? passage(start, end) : passage;
                columns[column].addMissing(passage[column]);
            }
        }
    }

    private void addSupplemented(int start, int end, boolean complete) {
        Map<String, JsonNode> given = supplement.to(node(start, end));
        Missing[] passage = null;
        for (int column = 0; column < columns.length; column++) {
            JsonNode answer = given.get(variables.get(column).name());
            if (answer != null) {
                columns[column].add(answer);
            } else if (!complete) {
                columns[column].addMissing(Missing.NOT_ASKED);
            } else {
                passage = passage == null ? passage(given) : passage;
                columns[column].addMissing(passage[column]);
            }
        }
    }

    /** Why each variable would have no answer in this row. */
    private Missing[] passage(int start, int end) {
        if (deciding == null) {
            return passage(supplement.to(node(start, end)));
        }
        int length = key(deciding);
        int known = decided.find(key, 0, length);
        if (known >= 0) {
            return passages.get(known);
        }
        if (passages.size() == MOST_PASSAGES) {
            decided = new ByteDictionary();
            passages.clear();
        }
        decided.add(key, 0, length);
        Missing[] passage = passage(supplement.to(node(start, end)));
        passages.add(passage);
        return passage;
    }

    /** Writes what this row's answers are to some variables, each with an end that no answer has in it; returns how long that is. */
    private int key(int[] variables) {
        int length = 0;
        for (int variable : variables) {
            int size = seenIn[variable] == row ? to[variable] - from[variable] : 0;
            if (key.length <= length + size) {
                key = Arrays.copyOf(key, 2 * (length + size + 1));
            }
            System.arraycopy(json, size == 0 ? 0 : from[variable], key, length, size);
            length += size;
            key[length++] = '\n';
        }
        return length;
    }

    private Missing[] passage(Map<String, JsonNode> given) {
        if (flow.isSameForAll()) {
            return variables.stream().map(variable -> Missing.NO_ANSWER).toArray(Missing[]::new);
        }
        Passage passage = flow.pass(Known.of(given));
        return variables.stream()
                .map(variable -> passage.asked(variable.name()) == Truth.NO ? Missing.NOT_ASKED : Missing.NO_ANSWER)
                .toArray(Missing[]::new);
    }

    private JsonNode node(int start, int end) {
        try {
            return JSON.readTree(json, start, end - start);
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL holds JSON that can't be read", e);
        }
    }

    Dataset build() {
        List<Column> built = IntStream.range(0, columns.length)
                .boxed()
                .flatMap(column -> columns[column].build().stream())
                .toList();
        return new Dataset(row, built);
    }
}
