package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.BannerTable.Association;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.Subject;
import io.earshot.statistics.Independence;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.survey.RaoScott;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Whether a question is related to the columns of a block, by what a reader sees of both: columns that are hidden, or whose base is
 * too small to be shown, are not in the test, and answers that are hidden are one. So a reader can see where a difference lies, and
 * a test tells nothing about what is not shown.
 */
record ShownAssociation(
        Answers answers,
        Subject subject,
        io.earshot.dataset.Column column,
        Span span,
        GroupCounts counts,
        List<Column> columns) {
    /**
     * @param hidden columns
     * @param rows   places of answers that are hidden
     */
    Outcome<Association> without(BitSet hidden, BitSet rows) {
        Optional<CodedColumn> apart = span.apart();
        if (!(column instanceof CodedColumn question)) {
            return Outcome.undefined(
                    Reason.TOO_MANY_VARIABLES, "%s has not one answer out of a list", subject.variable());
        }
        if (apart.isEmpty()) {
            return Outcome.undefined(Reason.TOO_MANY_VARIABLES, "the columns of %s share respondents", span.title());
        }
        BitSet leftOut = suppressed();
        leftOut.or(hidden);
        if (!leftOut.isEmpty() && shown(leftOut) < 2) {
            return hidden.isEmpty() ? SmallBases.fewerThanTwo(answers.setting().shownFrom()) : groups().undefined();
        }
        return test(question, apart.orElseThrow(), leftOut, rows);
    }

    private Outcome<Association> test(CodedColumn question, CodedColumn apart, BitSet leftOut, BitSet rows) {
        return answers.setting()
                .weights()
                .map(weights -> RaoScott.weighted(
                                groups().together(question, rows), apart, SmallBases.without(apart, leftOut, weights))
                        .map(test -> weighted(test, leftOut.cardinality())))
                .orElseGet(
                        () -> Independence.of(SmallBases.without(SmallGroups.together(counts.table(), rows), leftOut))
                                .map(test -> counted(test, leftOut.cardinality())));
    }

    private static Association weighted(RaoScott test, int leftOut) {
        int smaller = Math.min(test.rowCodes().size(), test.columnCodes().size());
        return new Association(
                "rao-scott",
                test.f(),
                test.numeratorDf(),
                OptionalDouble.of(test.denominatorDf()),
                test.p(),
                Math.sqrt(test.chiSquare() / test.n() / (smaller - 1)),
                false,
                leftOut);
    }

    private static Association counted(Independence test, int leftOut) {
        return new Association(
                "chi-square",
                test.chiSquare(),
                test.degreesOfFreedom(),
                OptionalDouble.empty(),
                test.p(),
                test.cramersV(),
                test.expectedTooSmall(),
                leftOut);
    }

    private SmallGroups groups() {
        return new SmallGroups(answers.setting().smallest());
    }

    private BitSet suppressed() {
        BitSet suppressed = new BitSet();
        IntStream.range(0, columns.size())
                .filter(place ->
                        columns.get(place).isSuppressedBelow(answers.setting().shownFrom()))
                .forEach(suppressed::set);
        return suppressed;
    }

    private long shown(BitSet leftOut) {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).n() > 0 && !leftOut.get(place))
                .count();
    }
}
