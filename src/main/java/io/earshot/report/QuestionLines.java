package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.finding.LineKind;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.SingleChoice;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a table says of a question.
 *
 * @param shares lines of shares: answers, then answers taken together
 * @param scores the numbers that the mean is of, one a row, NaN where missing; empty for categories without order
 * @param nps    whether the scores are 100, 0 and -100 by the rule of the Net Promoter Score
 */
record QuestionLines(Column column, List<Share> shares, Optional<double[]> scores, boolean nps) {
    private static final int FEWEST_FOR_BOXES = 4;
    private static final int PROMOTER = 9;
    private static final int PASSIVE = 7;

    QuestionLines {
        shares = List.copyOf(shares);
    }

    /**
     * A share: of the answers of a column, the code at a place.
     *
     * @param column the question's own, or one of in and out
     */
    record Share(LineKind kind, String code, String label, CodedColumn column, int place) {}

    static QuestionLines of(Answers answers, Subject subject) {
        Column column = answers.data().column(subject.variable());
        boolean nps = answers.questionnaire()
                        .question(subject.question())
                        .filter(Nps.class::isInstance)
                        .isPresent()
                && column instanceof CodedColumn;
        boolean choice = answers.questionnaire()
                .question(subject.question())
                .filter(SingleChoice.class::isInstance)
                .isPresent();
        return column.cases(new Found(subject, nps, !choice));
    }

    private record Found(Subject subject, boolean nps, boolean boxes) implements Column.Cases<QuestionLines> {
        @Override
        public QuestionLines coded(CodedColumn column) {
            List<Share> shares = new ArrayList<>();
            for (int place = 0; place < column.codes().size(); place++) {
                String code = column.codes().get(place);
                shares.add(new Share(LineKind.ANSWER, code, subject.label(code), column, place));
            }
            if (nps) {
                shares.add(net("promoters", column, place -> column.scoreOf(place) >= PROMOTER));
                shares.add(net("passives", column, place -> isPassive(column.scoreOf(place))));
                shares.add(net("detractors", column, place -> column.scoreOf(place) < PASSIVE));
                return new QuestionLines(column, shares, Optional.of(points(column)), true);
            }
            if (subject.measure() != Measure.ORDINAL) {
                return new QuestionLines(column, shares, Optional.empty(), false);
            }
            int codes = column.codes().size();
            // The two last of a list of levels, such as of education, are no box of a scale.
            if (boxes && codes >= FEWEST_FOR_BOXES && isScale(column)) {
                shares.add(net("top2", column, place -> rank(column, place) >= codes - 2));
                shares.add(net("bottom2", column, place -> rank(column, place) < 2));
            }
            return new QuestionLines(column, shares, Optional.of(column.scores()), false);
        }

        private static boolean isPassive(double score) {
            return score >= PASSIVE && score < PROMOTER;
        }

        private static boolean isScale(CodedColumn column) {
            return IntStream.range(0, column.codes().size())
                    .allMatch(place -> column.codes().get(place).matches("-?\\d{1,15}(\\.\\d{1,15})?"));
        }

        /** How many codes have a lower score. */
        private static long rank(CodedColumn column, int place) {
            return IntStream.range(0, column.codes().size())
                    .filter(other -> column.scoreOf(other) < column.scoreOf(place))
                    .count();
        }

        private static double[] points(CodedColumn column) {
            double[] points = column.scores();
            for (int row = 0; row < points.length; row++) {
                if (!Double.isNaN(points[row])) {
                    points[row] = points[row] >= PROMOTER ? 100 : points[row] >= PASSIVE ? 0 : -100;
                }
            }
            return points;
        }

        private Share net(String code, CodedColumn column, IntPredicate isIn) {
            String label = IntStream.range(0, column.codes().size())
                    .filter(isIn)
                    .mapToObj(place -> subject.label(column.codes().get(place)))
                    .collect(Collectors.joining(", "));
            boolean[] in = new boolean[column.codes().size()];
            for (int place = 0; place < in.length; place++) {
                in[place] = isIn.test(place);
            }
            return new Share(LineKind.NET, code, label, indicator(column, row -> in[column.index(row)]), 0);
        }

        @Override
        public QuestionLines multiple(MultipleColumn column) {
            List<Share> shares = new ArrayList<>();
            for (int place = 0; place < column.codes().size(); place++) {
                int option = place;
                String code = column.codes().get(place);
                shares.add(new Share(
                        LineKind.ANSWER,
                        code,
                        subject.label(code),
                        indicator(column, row -> column.chose(row, option)),
                        0));
            }
            return new QuestionLines(column, shares, Optional.empty(), false);
        }

        @Override
        public QuestionLines number(NumberColumn column) {
            return new QuestionLines(column, List.of(), Optional.of(column.scores()), false);
        }

        @Override
        public QuestionLines text(TextColumn column) {
            return new QuestionLines(column, List.of(), Optional.empty(), false);
        }

        @Override
        public QuestionLines date(DateColumn column) {
            return new QuestionLines(column, List.of(), Optional.empty(), false);
        }

        @Override
        public QuestionLines time(TimeColumn column) {
            return new QuestionLines(column, List.of(), Optional.empty(), false);
        }

        /** A column of two codes, in at the first place, out at the second. */
        private static CodedColumn indicator(Column column, IntPredicate in) {
            CodedColumn.Builder builder = CodedColumn.builder(
                    Variable.of(column.name(), column.name(), Text.of(column.name()), Measure.NOMINAL)
                            .coded(List.of(
                                    new Variable.CodedValue("in", Text.of("in")),
                                    new Variable.CodedValue("out", Text.of("out")))));
            for (int row = 0; row < column.rows(); row++) {
                if (column.isMissing(row)) {
                    builder.addMissing(Missing.NO_ANSWER);
                } else {
                    builder.add(in.test(row) ? "in" : "out");
                }
            }
            return builder.build();
        }
    }
}
