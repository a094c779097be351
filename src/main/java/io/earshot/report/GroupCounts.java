package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.Watch;
import io.earshot.statistics.CodeCounts;
import io.earshot.statistics.JointCounts;
import io.earshot.statistics.SampleMoments;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the groups of a block answered to a question, every respondent counting once: one pass over the rows, how ever many groups
 * and lines there are. For one thread.
 */
final class GroupCounts {
    private static final int CHUNK = 1 << 12;

    private final Column question;
    private final Optional<Span> span;
    private final Map<QuestionLines.Scores, List<SampleMoments>> moments = new IdentityHashMap<>();
    private long @Nullable [] bases;
    private long @Nullable [][] counts;

    /** @param span empty for one group of everybody */
    GroupCounts(Column question, Optional<Span> span) {
        this.question = question;
        this.span = span;
    }

    /** How many of a group have an answer to the question. */
    long base(int group) {
        long[] known = bases;
        if (known == null) {
            known = question instanceof CodedColumn
                    ? Arrays.stream(counts())
                            .mapToLong(codes -> Arrays.stream(codes).sum())
                            .toArray()
                    : answered();
            bases = known;
        }
        return known[group];
    }

    /** How many of a group gave one of a line's answers. */
    long of(QuestionLines.Share line, int group) {
        long[] codes = counts()[group];
        return line.places().stream().mapToLong(place -> codes[place]).sum();
    }

    /** How many have each code, a line each, in each group. */
    long[][] table() {
        long[][] groups = counts();
        long[][] table = new long[groups.length == 0 ? 0 : groups[0].length][groups.length];
        for (int code = 0; code < table.length; code++) {
            for (int group = 0; group < groups.length; group++) {
                table[code][group] = groups[group][code];
            }
        }
        return table;
    }

    /** How many gave one of a line's answers in each group, and below how many answered otherwise. */
    long[][] table(QuestionLines.Share line) {
        long[][] table = new long[2][groups()];
        for (int group = 0; group < groups(); group++) {
            table[0][group] = of(line, group);
            table[1][group] = base(group) - table[0][group];
        }
        return table;
    }

    SampleMoments moments(QuestionLines.Scores scores, int group) {
        return moments.computeIfAbsent(scores, this::allMoments).get(group);
    }

    private int groups() {
        return span.map(Span::size).orElse(1);
    }

    private List<SampleMoments> allMoments(QuestionLines.Scores scores) {
        Optional<double[]> points = scores.points();
        if (points.isPresent()) {
            return moments(points.orElseThrow(), counts());
        }
        if (scores.column() instanceof NumberColumn numbers && numbers.points().isPresent()) {
            return moments(numbers.points().orElseThrow(), countPoints(numbers));
        }
        return IntStream.range(0, groups())
                .mapToObj(group -> SampleMoments.of(values(scores, group)))
                .toList();
    }

    /** How many of a group have each of the points of a column that has points. */
    long[] ofPoints(NumberColumn column, int group) {
        return countPoints(column)[group];
    }

    private long[][] countPoints(NumberColumn column) {
        return counted(column.points().orElseThrow().length, column::places);
    }

    private static List<SampleMoments> moments(double[] points, long[][] counts) {
        return Arrays.stream(counts)
                .map(codes -> SampleMoments.ofCounts(points, codes))
                .toList();
    }

    private double[] values(QuestionLines.Scores scores, int group) {
        double[] found = new double[Math.toIntExact(base(group))];
        int size = 0;
        for (int row = 0; row < question.rows(); row++) {
            Watch.look(row);
            double value = scores.column().score(row);
            if (!Double.isNaN(value) && (span.isEmpty() || span.orElseThrow().in(row, group))) {
                found[size++] = value;
            }
        }
        return found;
    }

    /** By group and code. */
    private long[][] counts() {
        long[][] known = counts;
        if (known == null) {
            known = question instanceof CodedColumn coded ? count(coded) : count((MultipleColumn) question);
            counts = known;
        }
        return known;
    }

    private long[][] count(CodedColumn column) {
        if (span.isEmpty()) {
            return new long[][] {CodeCounts.of(column).counts()};
        }
        return span.orElseThrow()
                .apart()
                .map(groups -> JointCounts.of(groups, column).counts())
                .orElseGet(() -> counted(column.codes().size(), column::indices));
    }

    private long[][] count(MultipleColumn column) {
        long[][] found = new long[groups()][column.codes().size()];
        each((row, group) -> {
            for (int code = 0; code < found[group].length && !column.isMissing(row); code++) {
                found[group][code] += column.chose(row, code) ? 1 : 0;
            }
        });
        return found;
    }

    private long[] answered() {
        if (span.isEmpty()) {
            return new long[] {question.rows() - question.missing()};
        }
        long[] found = new long[groups()];
        each((row, group) -> found[group] += question.isMissing(row) ? 0 : 1);
        return found;
    }

    private long[][] counted(int size, Places places) {
        long[][] found = new long[groups()][size];
        int[] block = new int[CHUNK];
        each((from, rows) -> places.read(from, rows, block), (row, group) -> {
            int place = block[row & CHUNK - 1];
            if (place >= 0) {
                found[group][place]++;
            }
        });
        return found;
    }

    /** Writes the places of some rows' values among all that there may be; negative where there is none. */
    private interface Places {
        void read(int from, int size, int[] into);
    }

    private interface Chunk {
        void begin(int from, int size);
    }

    private interface Visit {
        void at(int row, int group);
    }

    private void each(Visit visit) {
        each((from, size) -> {}, visit);
    }

    /** Visits each row once for each group that it is in, chunk by chunk. */
    private void each(Chunk chunk, Visit visit) {
        // All in the first group, unless a column tells.
        int[] members = new int[CHUNK];
        Optional<CodedColumn> apart = span.flatMap(Span::apart);
        for (int from = 0; from < question.rows(); from += CHUNK) {
            Watch.look();
            int size = Math.min(CHUNK, question.rows() - from);
            chunk.begin(from, size);
            if (apart.isPresent()) {
                apart.orElseThrow().indices(from, size, members);
            }
            for (int i = 0; i < size; i++) {
                if (span.isPresent() && apart.isEmpty()) {
                    visitAll(from + i, visit);
                } else if (members[i] >= 0) {
                    visit.at(from + i, members[i]);
                }
            }
        }
    }

    private void visitAll(int row, Visit visit) {
        for (int group = 0; group < groups(); group++) {
            if (span.orElseThrow().in(row, group)) {
                visit.at(row, group);
            }
        }
    }
}
