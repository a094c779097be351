package io.earshot.report;

import io.earshot.finding.BannerTable.Association;
import io.earshot.finding.BannerTable.Block;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.Comparisons.Pair;
import io.earshot.finding.LineKind;
import io.earshot.finding.Subject;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Letters;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.power.TwoShares;
import io.earshot.statistics.regression.Coefficient;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One question by one block of a banner: bases, cells with their letters, and the comparisons behind them. */
final class BlockTable {
    private final Answers answers;
    private final Subject subject;
    private final QuestionLines lines;
    private final Span span;
    private final int firstLetter;
    private final GroupCounts counts;
    private final List<ColumnValues> values;
    private final List<Column> columns;
    private final ShareTests shareTests;
    private final List<Pair> pairs = new ArrayList<>();
    private long notMade;

    /** @param firstLetter place of the block's first column among all columns of the banner */
    BlockTable(Answers answers, Subject subject, QuestionLines lines, Span span, int firstLetter) {
        this.answers = answers;
        this.subject = subject;
        this.lines = lines;
        this.span = span;
        this.firstLetter = firstLetter;
        Setting setting = answers.setting();
        this.counts = new GroupCounts(lines.column(), Optional.of(span));
        this.values = setting.weights()
                .map(weights -> ColumnValues.weighted(lines.column(), span, weights, answers.confidence()))
                .orElseGet(() -> ColumnValues.counted(counts, span, answers.confidence()));
        this.columns = IntStream.range(0, span.size()).mapToObj(this::column).toList();
        this.shareTests = new ShareTests(span, setting.weights(), counts);
    }

    private Column column(int group) {
        ColumnValues of = values.get(group);
        return new Column(
                Letters.of(firstLetter + group),
                span.codes().get(group),
                span.labels().get(group),
                of.n(),
                of.weighted(),
                of.nEffective(),
                of.nEffective() < answers.setting().minimumBase());
    }

    /**
     * The block with a test of what will be seen.
     *
     * @param hidden columns
     * @param rows   places of answers that are hidden
     */
    Block block(BitSet hidden, BitSet rows) {
        return block(
                isOwn()
                        ? Outcome.undefined(
                                Reason.NO_VARIATION, "the columns are the answers to %s themselves", subject.variable())
                        : new ShownAssociation(answers, subject, lines.column(), span, counts, columns)
                                .without(hidden, rows));
    }

    /** The block as it is before one knows what will be seen. */
    Block untested() {
        return block(Outcome.undefined(Reason.TOO_FEW_PEOPLE, "what is hidden is not known yet"));
    }

    private Block block(Outcome<Association> association) {
        return new Block(span.title(), span.within(), span.variables(), span.isOverlapping(), columns, association);
    }

    List<Cell> shares(QuestionLines.Share line) {
        List<Cell> cells = values.stream().map(of -> of.share(line)).toList();
        return compared(line.kind(), line.code(), line.label(), cells, shareTests.of(line), (first, second) -> {
            double p1 = estimate(cells.get(first));
            double p2 = estimate(cells.get(second));
            return OptionalDouble.of(new TwoShares(p1, p2, 0.05).effect());
        });
    }

    List<Cell> means(LineKind kind, QuestionLines.Scores scores) {
        List<Cell> cells = values.stream().map(of -> of.mean(scores)).toList();
        MeanTests tests = new MeanTests(span, answers.setting().weights(), scores, values);
        return compared(kind, "", "", cells, tests.all(), tests::effect);
    }

    List<Cell> deviations(QuestionLines.Scores scores) {
        return values.stream().map(of -> of.deviation(scores)).toList();
    }

    /** The comparisons of the lines made so far; how many of all were not made stands in {@link #notMade}. */
    List<Pair> pairs() {
        return pairs;
    }

    long notMade() {
        return notMade;
    }

    private interface Effect {
        OptionalDouble of(int first, int second);
    }

    private List<Cell> compared(
            LineKind kind, String code, String label, List<Cell> cells, List<Tested> tests, Effect effect) {
        List<Outcome<Tested.Result>> outcomes = tests.stream()
                .map(test -> isOwn()
                        ? Outcome.<Tested.Result>undefined(
                                Reason.NO_VARIATION, "the columns are the answers to %s themselves", subject.variable())
                        : columns.get(test.first()).low()
                                        || columns.get(test.second()).low()
                                ? Outcome.<Tested.Result>undefined(
                                        Reason.TOO_FEW_ANSWERS,
                                        "a base is below %d",
                                        answers.setting().minimumBase())
                                : test.outcome())
                .toList();
        double[] adjusted = answers.setting()
                .adjustment()
                .of(outcomes.stream()
                        .mapToDouble(outcome ->
                                outcome.map(Tested.Result::p).toOptional().orElse(Double.NaN))
                        .toArray());
        List<List<String>> letters = new ArrayList<>();
        cells.forEach(cell -> letters.add(new ArrayList<>()));
        for (int i = 0; i < tests.size(); i++) {
            Optional<Tested.Result> made = outcomes.get(i).toOptional();
            if (made.isEmpty()) {
                notMade++;
                continue;
            }
            Tested test = tests.get(i);
            boolean significant = adjusted[i] < alpha();
            boolean second =
                    !significant && adjusted[i] < setting().secondAlpha().orElse(0);
            if (significant || second) {
                boolean firstLarger = made.orElseThrow().statistic() > 0;
                int larger = firstLarger ? test.first() : test.second();
                String letter =
                        columns.get(firstLarger ? test.second() : test.first()).letter();
                letters.get(larger).add(significant ? letter : letter.toLowerCase(Locale.ROOT));
            }
            pairs.add(pair(kind, code, label, cells, test, made.orElseThrow(), adjusted[i], effect, significant));
        }
        return IntStream.range(0, cells.size())
                .mapToObj(column -> new Cell(
                        cells.get(column).count(),
                        cells.get(column).weighted(),
                        cells.get(column).value(),
                        Letters.joined(letters.get(column).stream())))
                .toList();
    }

    private Pair pair(
            LineKind kind,
            String code,
            String label,
            List<Cell> cells,
            Tested test,
            Tested.Result result,
            double adjusted,
            Effect effect,
            boolean significant) {
        double first = estimate(cells.get(test.first()));
        double second = estimate(cells.get(test.second()));
        Optional<Interval> interval = interval(kind, test, result, first, second);
        return new Pair(
                subject.variable(),
                subject.full(),
                kind,
                code,
                label,
                span.within().isEmpty() ? span.title() : span.title() + " · " + span.within(),
                columns.get(test.first()).letter(),
                columns.get(test.first()).label(),
                columns.get(test.second()).letter(),
                columns.get(test.second()).label(),
                test.test(),
                first,
                second,
                first - second,
                interval.map(ends -> OptionalDouble.of(ends.low())).orElse(OptionalDouble.empty()),
                interval.map(ends -> OptionalDouble.of(ends.high())).orElse(OptionalDouble.empty()),
                result.statistic(),
                result.df(),
                result.p(),
                adjusted,
                Double.NaN,
                effect.of(test.first(), test.second()),
                significant);
    }

    /** R's prop.test gives the interval of unweighted shares by their own errors, not by the pooled one of its test. */
    private Optional<Interval> interval(LineKind kind, Tested test, Tested.Result result, double first, double second) {
        boolean plainShares = (kind == LineKind.ANSWER || kind == LineKind.NET)
                && answers.setting().weights().isEmpty()
                && !span.isOverlapping();
        double error = plainShares
                ? Math.sqrt(first * (1 - first) / columns.get(test.first()).n()
                        + second * (1 - second) / columns.get(test.second()).n())
                : result.standardError();
        if (Double.isNaN(error)) {
            return Optional.empty();
        }
        return Optional.of(
                result.df().isPresent()
                        ? Coefficient.byT("", first - second, error, result.df().getAsDouble(), answers.confidence())
                                .interval()
                        : Normal.interval(first - second, error, answers.confidence()));
    }

    private Setting setting() {
        return answers.setting();
    }

    private double alpha() {
        return alpha(answers.confidence());
    }

    /** Free of the rounding of 1 - 0.95. */
    static double alpha(double confidence) {
        return Math.round((1 - confidence) * 1e12) / 1e12;
    }

    private static double estimate(Cell cell) {
        return cell.value().orElseThrow().value();
    }

    /** Whether the block tells respondents apart by the very question. */
    private boolean isOwn() {
        return span.variables().contains(subject.variable());
    }
}
