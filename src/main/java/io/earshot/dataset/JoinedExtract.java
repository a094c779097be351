package io.earshot.dataset;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Responses put together of parts, one under the other; takes little more memory than the whole, since no part is kept. For one
 * thread.
 */
final class JoinedExtract {
    private final List<JoinedColumn> identity = new ArrayList<>();
    private final List<JoinedColumn> answers = new ArrayList<>();
    private final Map<String, JoinedColumn> attributes = new TreeMap<>();
    private int rows;

    /**
     * Adds the next rows.
     *
     * @param asked whether the respondents of the part were asked for an answers' column; what they were not asked for becomes
     *     {@link Missing#NOT_ASKED}
     * @throws IllegalArgumentException if the part has other columns than those before
     */
    void append(Extract part, Predicate<String> asked) {
        append(identity, part.identity(), part.rows(), name -> true);
        append(answers, part.answers().columns(), part.rows(), asked);
        for (Column column : part.attributes()) {
            JoinedColumn joined = attributes.computeIfAbsent(column.name(), unknown -> new JoinedColumn());
            joined.appendMissing(column, rows - joined.rows());
            joined.append(column);
        }
        rows = Math.addExact(rows, part.rows());
    }

    private static void append(List<JoinedColumn> all, List<Column> part, int rows, Predicate<String> asked) {
        if (all.isEmpty()) {
            part.forEach(column -> all.add(new JoinedColumn()));
        }
        if (all.size() != part.size()) {
            throw new IllegalArgumentException("parts must have %d columns: %d".formatted(all.size(), part.size()));
        }
        for (int i = 0; i < all.size(); i++) {
            if (asked.test(part.get(i).name())) {
                all.get(i).append(part.get(i));
            } else {
                all.get(i).appendMissing(part.get(i), rows);
            }
        }
    }

    /** Once; there must have been a part. */
    Extract build() {
        List<Column> ids = build(identity);
        List<Column> columns = build(answers);
        List<Column> beside = new ArrayList<>();
        attributes.forEach((name, joined) -> {
            // A column of numbers leaves the kind as it is, and every kind can hold that something is not there.
            joined.appendMissing(absent(name), rows - joined.rows());
            beside.add(joined.build().orElseThrow());
        });
        return new Extract(ids, new Dataset(rows, columns), beside);
    }

    private static List<Column> build(List<JoinedColumn> all) {
        List<Column> columns = new ArrayList<>();
        for (JoinedColumn joined : all) {
            columns.add(joined.build().orElseThrow());
        }
        return columns;
    }

    private static Column absent(String name) {
        return NumberColumn.builder(Variable.of(name, name, Text.of(name), Measure.SCALE))
                .build();
    }
}
