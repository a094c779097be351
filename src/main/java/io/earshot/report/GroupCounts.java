package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Watch;
import io.earshot.statistics.SampleMoments;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the groups of a block answered to a question, every respondent counting once: a pass over the rows for each column, how
 * ever many groups there are. For one thread.
 */
final class GroupCounts {
    private static final int CHUNK = 1 << 12;

    private final Column question;
    private final Optional<Span> span;
    private final Map<CodedColumn, long[][]> counts = new IdentityHashMap<>();
    private final Map<QuestionLines.Scores, List<SampleMoments>> moments = new IdentityHashMap<>();
    private long @Nullable [] bases;

    /** @param span empty for one group of everybody */
    GroupCounts(Column question, Optional<Span> span) {
        this.question = question;
        this.span = span;
    }

    /** How many of a group have an answer to the question. */
    long base(int group) {
        long[] known = bases;
        if (known == null) {
            known = question instanceof CodedColumn coded
                    ? Arrays.stream(counts(coded))
                            .mapToLong(codes -> Arrays.stream(codes).sum())
                            .toArray()
                    : answered();
            bases = known;
        }
        return known[group];
    }

    /** How many of a group have each code of a column. */
    long[] of(CodedColumn column, int group) {
        return counts(column)[group];
    }

    SampleMoments moments(QuestionLines.Scores scores, int group) {
        return moments.computeIfAbsent(scores, this::allMoments).get(group);
    }

    private int groups() {
        return span.map(Span::size).orElse(1);
    }

    private List<SampleMoments> allMoments(QuestionLines.Scores scores) {
        Optional<double[]> points = scores.points();
        if (points.isPresent() && scores.column() instanceof CodedColumn coded) {
            return Arrays.stream(counts(coded))
                    .map(codes -> SampleMoments.ofCounts(points.orElseThrow(), codes))
                    .toList();
        }
        double[] values = scores.rows();
        return IntStream.range(0, groups())
                .mapToObj(group -> SampleMoments.of(of(values, group)))
                .toList();
    }

    private double[] of(double[] values, int group) {
        double[] found = new double[Math.toIntExact(base(group))];
        int size = 0;
        for (int row = 0; row < values.length; row++) {
            Watch.look(row);
            if (!Double.isNaN(values[row]) && isIn(row, group)) {
                found[size++] = values[row];
            }
        }
        return found;
    }

    private boolean isIn(int row, int group) {
        return span.isEmpty() || span.orElseThrow().in(row, group);
    }

    private long[] answered() {
        long[] found = new long[groups()];
        for (int row = 0; row < question.rows(); row++) {
            Watch.look(row);
            if (!question.isMissing(row)) {
                for (int group = 0; group < found.length; group++) {
                    found[group] += isIn(row, group) ? 1 : 0;
                }
            }
        }
        return found;
    }

    private long[][] counts(CodedColumn column) {
        return counts.computeIfAbsent(column, this::count);
    }

    private long[][] count(CodedColumn column) {
        long[][] found = new long[groups()][column.codes().size()];
        Optional<CodedColumn> apart = span.flatMap(Span::apart);
        boolean overlapping = span.isPresent() && apart.isEmpty();
        int[] places = new int[CHUNK];
        // All in the first group, unless a column tells.
        int[] members = new int[CHUNK];
        for (int from = 0; from < column.rows(); from += CHUNK) {
            int size = Math.min(CHUNK, column.rows() - from);
            column.indices(from, size, places);
            if (overlapping) {
                countOverlapping(from, size, places, found);
                continue;
            }
            if (apart.isPresent()) {
                apart.orElseThrow().indices(from, size, members);
            }
            for (int i = 0; i < size; i++) {
                if (places[i] >= 0 && members[i] >= 0) {
                    found[members[i]][places[i]]++;
                }
            }
        }
        return found;
    }

    private void countOverlapping(int from, int size, int[] places, long[][] found) {
        for (int i = 0; i < size; i++) {
            for (int group = 0; places[i] >= 0 && group < found.length; group++) {
                found[group][places[i]] += isIn(from + i, group) ? 1 : 0;
            }
        }
    }
}
