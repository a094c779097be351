package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Watch;
import io.earshot.finding.BannerTable;
import io.earshot.finding.Comparisons;
import io.earshot.finding.Finding;
import io.earshot.finding.LineKind;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.CodeCounts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Banner tables of questions, and all the comparisons behind their letters. */
final class Tabulation {
    private final Answers answers;
    private final List<Span> spans;
    private final boolean wave;

    Tabulation(Answers answers, List<Span> spans, boolean wave) {
        this.answers = answers;
        this.spans = spans;
        this.wave = wave;
    }

    /** A table for each column that has shares or means, and then the comparisons of them all. */
    List<Finding> of(List<String> columns) {
        List<Finding> findings = new ArrayList<>();
        List<Comparisons.Pair> pairs = new ArrayList<>();
        long notMade = 0;
        Watch watch = Watch.current();
        List<Question> questions = columns.parallelStream()
                .flatMap(column -> watch.during(() -> question(column)))
                .toList();
        for (Question question : questions) {
            findings.add(question.table);
            for (BlockTable block : question.blocks) {
                pairs.addAll(block.pairs());
                notMade += block.notMade();
            }
        }
        findings.add(comparisons(pairs, notMade));
        return findings;
    }

    /** @param blocks with the comparisons that the table's letters come from */
    private record Question(BannerTable table, List<BlockTable> blocks) {}

    /** Nothing if the column has neither shares nor means. */
    private Stream<Question> question(String column) {
        Subject subject = answers.subject(column);
        QuestionLines lines = QuestionLines.of(answers, subject);
        if (lines.shares().isEmpty() && lines.scores().isEmpty()) {
            return Stream.of();
        }
        List<BlockTable> blocks = blocks(subject, lines);
        return Stream.of(new Question(table(subject, lines, blocks), blocks));
    }

    private List<BlockTable> blocks(Subject subject, QuestionLines lines) {
        List<BlockTable> blocks = new ArrayList<>();
        int letter = 0;
        for (Span span : spans) {
            blocks.add(new BlockTable(answers, subject, lines, span, letter));
            letter += span.size();
        }
        return blocks;
    }

    private BannerTable table(Subject subject, QuestionLines question, List<BlockTable> blocks) {
        Setting setting = answers.setting();
        Column column = question.column();
        ColumnValues everybody = ColumnValues.ofEverybody(column, setting.weights(), answers.confidence());
        List<BannerTable.Line> lines = new ArrayList<>();
        for (QuestionLines.Share share : question.shares()) {
            lines.add(line(
                    share.kind(),
                    share.code(),
                    share.label(),
                    everybody.share(share),
                    blocks,
                    block -> block.shares(share)));
        }
        question.scores().ifPresent(scores -> {
            LineKind kind = question.nps() ? LineKind.SCORE : LineKind.MEAN;
            lines.add(line(kind, "", "", everybody.mean(scores), blocks, block -> block.means(kind, scores)));
            if (!question.nps()) {
                lines.add(line(
                        LineKind.DEVIATION,
                        "",
                        "",
                        everybody.deviation(scores),
                        blocks,
                        block -> block.deviations(scores)));
            }
        });
        BannerTable.Column total = new BannerTable.Column(
                "",
                "",
                "",
                everybody.n(),
                everybody.weighted(),
                everybody.nEffective(),
                everybody.nEffective() < setting.minimumBase());
        return SmallBases.suppressed(new BannerTable(
                subject,
                wave,
                setting.weights().isPresent(),
                total,
                tested(subject, question, blocks),
                lines,
                setting.adjustment(),
                BlockTable.alpha(answers.confidence()),
                setting.secondAlpha(),
                setting.minimumBase(),
                setting.shownFrom(),
                answers.confidence()));
    }

    private List<BannerTable.Block> tested(Subject subject, QuestionLines question, List<BlockTable> blocks) {
        SmallGroups groups = new SmallGroups(answers.setting().smallest());
        List<BannerTable.Block> untested =
                blocks.stream().map(BlockTable::untested).toList();
        BitSet hidden = HiddenColumns.of(untested, groups);
        BitSet rows = question.column() instanceof CodedColumn coded && subject.measure() == Measure.NOMINAL
                ? groups.hidden(CodeCounts.of(coded).counts())
                : new BitSet();
        List<BannerTable.Block> tested = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int end = first + untested.get(i).columns().size();
            tested.add(blocks.get(i).block(hidden.get(first, end), rows));
            first = end;
        }
        return tested;
    }

    private static BannerTable.Line line(
            LineKind kind,
            String code,
            String label,
            BannerTable.Cell total,
            List<BlockTable> blocks,
            Function<BlockTable, List<BannerTable.Cell>> of) {
        List<BannerTable.Cell> cells = new ArrayList<>();
        cells.add(total);
        blocks.forEach(block -> cells.addAll(of.apply(block)));
        return new BannerTable.Line(kind, code, label, cells);
    }

    private Comparisons comparisons(List<Comparisons.Pair> pairs, long notMade) {
        double[] discovery =
                Adjustment.BH.of(pairs.stream().mapToDouble(Comparisons.Pair::p).toArray());
        List<Comparisons.Pair> all = new ArrayList<>();
        for (int i = 0; i < discovery.length; i++) {
            all.add(pairs.get(i).discoveredAt(discovery[i]));
        }
        all.sort(Comparator.comparingDouble(Comparisons.Pair::p));
        return new Comparisons(
                wave, all.size(), notMade, answers.setting().adjustment(), BlockTable.alpha(answers.confidence()), all);
    }
}
