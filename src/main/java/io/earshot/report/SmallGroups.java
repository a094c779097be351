package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Block;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.BannerTable.Line;
import io.earshot.finding.Comparisons;
import io.earshot.finding.Finding;
import io.earshot.finding.LeftOut;
import io.earshot.finding.LineKind;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.Verbatims;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.Variable.CodedValue;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps from sight what a table tells about a group of too few people. Groups are the columns of a table, and its rows
 * where these are answers without order; everybody of a report is none. Nobody is shown by subtraction either: what is
 * hidden of groups that make a whole is always as many people as a group must have.
 *
 * @param smallest how many people a group must have at least; 1 shows all
 */
record SmallGroups(int smallest) {
    private static final String HIDDEN = "hidden";

    /**
     * Which of some groups without a person in common are hidden: those that are too small, and then the next smallest for
     * as long as the hidden ones have too few people together. Groups of nobody tell nothing.
     */
    BitSet hidden(long[] sizes) {
        BitSet hidden = small(sizes);
        complete(hidden, 1, sizes);
        return hidden;
    }

    /**
     * Hides the next smallest of groups that make a whole for as long as some are hidden, and have too few people together.
     *
     * @param fewest how many are hidden at least if any is
     */
    void complete(BitSet hidden, int fewest, long... sizes) {
        if (hidden.isEmpty()) {
            return;
        }
        int[] bySize = IntStream.range(0, sizes.length)
                .filter(group -> sizes[group] > 0 && !hidden.get(group))
                .boxed()
                .sorted(Comparator.comparingLong(group -> sizes[group]))
                .mapToInt(Integer::intValue)
                .toArray();
        long people = hidden.stream().mapToLong(group -> sizes[group]).sum();
        for (int next = 0; next < bySize.length && (people < smallest || hidden.cardinality() < fewest); next++) {
            hidden.set(bySize[next]);
            people += sizes[bySize[next]];
        }
    }

    private BitSet small(long[] sizes) {
        BitSet small = new BitSet();
        for (int group = 0; group < sizes.length; group++) {
            small.set(group, isSmall(sizes[group]));
        }
        return small;
    }

    /** Whether a group has somebody, but too few. */
    boolean isSmall(long size) {
        return size > 0 && size < smallest;
    }

    /** A report's findings without what they tell about such groups. */
    List<Finding> of(List<Finding> findings) {
        List<Finding> shown = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        for (Finding finding : findings) {
            if (finding instanceof BannerTable table) {
                BannerTable left = table(table);
                left.columns().stream()
                        .filter(Column::hidden)
                        .forEach(column -> hidden.add(column(left.subject().variable(), column.letter())));
                rows(table).stream()
                        .mapToObj(table.lines()::get)
                        .forEach(line -> hidden.add(row(left.subject().variable(), line.code())));
                shown.add(left);
            } else if (finding instanceof Comparisons comparisons) {
                shown.add(comparisons(comparisons, hidden));
                hidden.clear();
            } else if (finding instanceof NpsTrend trend) {
                shown.add(trend(trend));
            } else if (finding instanceof Verbatims verbatims) {
                shown.addAll(verbatims(verbatims));
            } else {
                shown.add(finding);
            }
        }
        return shown;
    }

    private static String column(String variable, String letter) {
        return variable + " column " + letter;
    }

    private static String row(String variable, String code) {
        return variable + " row " + code;
    }

    private BannerTable table(BannerTable table) {
        BitSet away = HiddenColumns.of(table.blocks(), this);
        BitSet rows = rows(table);
        List<Block> blocks = new ArrayList<>();
        int first = 0;
        for (Block block : table.blocks()) {
            int end = first + block.columns().size();
            blocks.add(block(block, away.get(first, end)));
            first = end;
        }
        List<Column> columns =
                blocks.stream().flatMap(block -> block.columns().stream()).toList();
        Set<String> letters = new HashSet<>();
        columns.stream().filter(Column::hidden).map(Column::letter).forEach(letters::add);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < table.lines().size(); i++) {
            lines.add(line(table.lines().get(i), columns, rows.get(i), letters));
        }
        return table.with(blocks, lines);
    }

    private static Block block(Block block, BitSet hidden) {
        List<Column> columns = block.columns();
        return new Block(
                block.title(),
                block.within(),
                block.variables(),
                block.overlapping(),
                IntStream.range(0, columns.size())
                        .mapToObj(column ->
                                hidden.get(column) ? columns.get(column).inHiding() : columns.get(column))
                        .toList(),
                block.association());
    }

    /** Lines of answers that so few gave that a column tells who they are; never of everybody. */
    private BitSet rows(BannerTable table) {
        if (table.subject().measure() != Measure.NOMINAL) {
            return new BitSet();
        }
        long[] sizes = table.lines().stream()
                .mapToLong(line -> line.kind() == LineKind.ANSWER
                        ? line.cells().get(0).count().orElse(0)
                        : 0)
                .toArray();
        return table.subject().multiple() ? small(sizes) : hidden(sizes);
    }

    private Line line(Line line, List<Column> columns, boolean hidden, Set<String> letters) {
        List<Cell> cells = new ArrayList<>();
        cells.add(line.cells().get(0));
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = line.cells().get(i + 1);
            boolean away = columns.get(i).hidden() || hidden && columns.get(i).n() > 0;
            cells.add(
                    away
                            ? new Cell(OptionalLong.empty(), OptionalDouble.empty(), undefined(), "")
                            : new Cell(cell.count(), cell.weighted(), cell.value(), without(cell.letters(), letters)));
        }
        return new Line(line.kind(), line.code(), line.label(), cells);
    }

    private static String without(String said, Set<String> letters) {
        return letters.stream()
                .reduce(said, (left, letter) -> left.replace(letter, "").replace(letter.toLowerCase(Locale.ROOT), ""));
    }

    private static Comparisons comparisons(Comparisons finding, Set<String> hidden) {
        List<Comparisons.Pair> pairs = finding.pairs().stream()
                .filter(pair -> !hidden.contains(column(pair.variable(), pair.firstLetter()))
                        && !hidden.contains(column(pair.variable(), pair.secondLetter()))
                        && !(pair.kind() == LineKind.ANSWER && hidden.contains(row(pair.variable(), pair.code()))))
                .toList();
        long gone = finding.pairs().size() - pairs.size();
        return new Comparisons(
                finding.wave(),
                finding.made() - gone,
                finding.notMade() + gone,
                finding.adjustment(),
                finding.alpha(),
                pairs);
    }

    private NpsTrend trend(NpsTrend trend) {
        BitSet hidden =
                hidden(trend.points().stream().mapToLong(NpsTrend.Point::n).toArray());
        if (hidden.isEmpty()) {
            return trend;
        }
        List<NpsTrend.Point> points = IntStream.range(0, trend.points().size())
                .mapToObj(i -> {
                    NpsTrend.Point point = trend.points().get(i);
                    return hidden.get(i)
                            ? new NpsTrend.Point(
                                    point.from(), point.n(), point.nEffective(), point.smallBase(), undefined())
                            : point;
                })
                .toList();
        return new NpsTrend(
                trend.subject(),
                trend.base(),
                trend.zone(),
                trend.period(),
                points,
                trend.undated(),
                undefined(),
                undefined(),
                undefined());
    }

    private List<Finding> verbatims(Verbatims finding) {
        List<Verbatims.Question> shown = finding.questions().stream()
                .filter(question -> question.n() == 0 || question.n() >= smallest)
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (!shown.isEmpty()) {
            findings.add(new Verbatims(shown));
        }
        finding.questions().stream()
                .filter(question -> !shown.contains(question))
                .map(question -> new LeftOut(
                        OpenAnswersSection.KIND,
                        "Fewer than %d people wrote something to %s; this workspace shows nothing about so few."
                                .formatted(smallest, question.subject().variable())))
                .forEach(findings::add);
        return findings;
    }

    /** A column whose too small groups are one group; the column itself if there are none. */
    CodedColumn together(CodedColumn column, CodedColumn other) {
        long[] sizes = new long[column.codes().size()];
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            if (!column.isMissing(row) && !other.isMissing(row)) {
                sizes[column.index(row)]++;
            }
        }
        return together(column, hidden(sizes));
    }

    /** A column whose codes at some places are one; the column itself if there are none. */
    CodedColumn together(CodedColumn column, BitSet places) {
        if (places.isEmpty()) {
            return column;
        }
        Variable variable = column.variable();
        List<CodedValue> values = new ArrayList<>();
        for (int code = 0; code < column.codes().size(); code++) {
            if (!places.get(code)) {
                values.add(variable.values().get(code));
            }
        }
        values.add(new CodedValue(HIDDEN, label()));
        CodedColumn.Builder builder = CodedColumn.builder(variable.coded(values));
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            if (column.isMissing(row)) {
                builder.addMissing(column.missing(row).orElseThrow());
            } else {
                builder.add(
                        places.get(column.index(row)) ? HIDDEN : column.codes().get(column.index(row)));
            }
        }
        return builder.build();
    }

    /** Counts by row and column whose rows at some places are one, the last. */
    static long[][] together(long[][] counts, BitSet places) {
        if (places.isEmpty()) {
            return counts;
        }
        long[] one = new long[counts[0].length];
        places.stream().forEach(row -> Arrays.setAll(one, column -> one[column] + counts[row][column]));
        return Stream.concat(
                        IntStream.range(0, counts.length)
                                .filter(row -> !places.get(row))
                                .mapToObj(row -> counts[row]),
                        Stream.of(one))
                .toArray(long[][]::new);
    }

    private Text label() {
        return Text.of(
                "en",
                "Groups of fewer than %d, taken together".formatted(smallest),
                "fr",
                "Groupes de moins de %d, réunis".formatted(smallest));
    }

    /** In place of what would tell about too few. */
    <T> Outcome<T> undefined() {
        return Outcome.undefined(
                Reason.TOO_FEW_PEOPLE, "a group of fewer than %d people could be told from it", smallest);
    }
}
