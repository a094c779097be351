package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.LineKind;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.SingleChoice;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.CodeCounts;
import io.earshot.statistics.Complete;
import io.earshot.statistics.MedianInterval;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a table says of a question.
 *
 * @param shares lines of shares: answers, then answers taken together
 * @param scores the numbers that the mean is of; empty for categories without order
 * @param nps    whether the scores are 100, 0 and -100 by the rule of the Net Promoter Score
 */
record QuestionLines(Column column, List<Share> shares, Optional<Scores> scores, boolean nps) {
    private static final int FEWEST_FOR_BOXES = 4;
    private static final int CHUNK = 1 << 12;
    private static final int PROMOTER = 9;
    private static final int PASSIVE = 7;

    QuestionLines {
        shares = List.copyOf(shares);
    }

    /**
     * A share: of the answers to a question, those with one of some codes.
     *
     * @param question a {@link CodedColumn} or a {@link MultipleColumn}
     * @param places   of the codes, one at least; one of a multiple column
     */
    record Share(LineKind kind, String code, String label, Column question, List<Integer> places) {
        Share {
            places = List.copyOf(places);
        }

        /** Whether it is of one answer out of a list. */
        boolean isOneCode() {
            return question instanceof CodedColumn && places.size() == 1 && kind == LineKind.ANSWER;
        }

        /** A column that has the line's answers at {@link #place}: the question's own, or a new one of in and out. */
        CodedColumn column() {
            if (question instanceof CodedColumn coded) {
                return isOneCode() ? coded : Found.indicator(coded, places);
            }
            return Found.indicator((MultipleColumn) question, places.get(0));
        }

        int place() {
            return isOneCode() ? places.get(0) : 0;
        }
    }

    /**
     * Numbers that a mean may be of.
     *
     * @param points what each code of the column counts; empty for a column of numbers, which count as themselves
     */
    record Scores(ScoredColumn column, Optional<double[]> points) {
        /** One a row, NaN where missing; a new array. */
        double[] rows() {
            double[] scores = new double[column.rows()];
            for (int row = 0; row < scores.length; row++) {
                Watch.look(row);
                scores[row] = points.isPresent() && column instanceof CodedColumn coded
                        ? coded.isMissing(row) ? Double.NaN : points.orElseThrow()[coded.index(row)]
                        : column.score(row);
            }
            return scores;
        }

        /** The median of those that are there. */
        Outcome<MedianInterval> median(double confidence) {
            if (points.isPresent() && column instanceof CodedColumn coded) {
                return MedianInterval.ofCounts(
                        points.orElseThrow(), CodeCounts.of(coded).counts(), confidence);
            }
            if (column instanceof NumberColumn numbers && numbers.points().isPresent()) {
                return MedianInterval.ofCounts(
                        numbers.points().orElseThrow(),
                        new GroupCounts(column, Optional.empty()).ofPoints(numbers, 0),
                        confidence);
            }
            double[] known = Complete.values(column.rows(), column::score);
            Arrays.sort(known);
            return MedianInterval.ofSorted(known, confidence);
        }
    }

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
                shares.add(new Share(LineKind.ANSWER, code, subject.label(code), column, List.of(place)));
            }
            if (nps) {
                shares.add(net("promoters", column, place -> column.scoreOf(place) >= PROMOTER));
                shares.add(net("passives", column, place -> isPassive(column.scoreOf(place))));
                shares.add(net("detractors", column, place -> column.scoreOf(place) < PASSIVE));
                return new QuestionLines(column, shares, Optional.of(scores(column, Found::promotion)), true);
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
            return new QuestionLines(column, shares, Optional.of(scores(column, score -> score)), false);
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

        private static Scores scores(CodedColumn column, DoubleUnaryOperator points) {
            double[] all = IntStream.range(0, column.codes().size())
                    .mapToDouble(column::scoreOf)
                    .map(points)
                    .toArray();
            return new Scores(column, Optional.of(all));
        }

        private static double promotion(double score) {
            return score >= PROMOTER ? 100 : score >= PASSIVE ? 0 : -100;
        }

        private Share net(String code, CodedColumn column, IntPredicate isIn) {
            String label = IntStream.range(0, column.codes().size())
                    .filter(isIn)
                    .mapToObj(place -> subject.label(column.codes().get(place)))
                    .collect(Collectors.joining(", "));
            List<Integer> places = IntStream.range(0, column.codes().size())
                    .filter(isIn)
                    .boxed()
                    .toList();
            return new Share(LineKind.NET, code, label, column, places);
        }

        @Override
        public QuestionLines multiple(MultipleColumn column) {
            List<Share> shares = new ArrayList<>();
            for (int place = 0; place < column.codes().size(); place++) {
                String code = column.codes().get(place);
                shares.add(new Share(LineKind.ANSWER, code, subject.label(code), column, List.of(place)));
            }
            return new QuestionLines(column, shares, Optional.empty(), false);
        }

        @Override
        public QuestionLines number(NumberColumn column) {
            return new QuestionLines(column, List.of(), Optional.of(new Scores(column, Optional.empty())), false);
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
        private static CodedColumn.Builder indicator(Column column) {
            return CodedColumn.builder(
                    Variable.of(column.name(), column.name(), Text.of(column.name()), Measure.NOMINAL)
                            .coded(List.of(
                                    new Variable.CodedValue("in", Text.of("in")),
                                    new Variable.CodedValue("out", Text.of("out")))));
        }

        /** @param in places of the codes that are in */
        private static CodedColumn indicator(CodedColumn column, List<Integer> in) {
            boolean[] isIn = new boolean[column.codes().size()];
            in.forEach(place -> isIn[place] = true);
            CodedColumn.Builder builder = indicator((Column) column);
            int[] places = new int[CHUNK];
            for (int from = 0; from < column.rows(); from += CHUNK) {
                int size = Math.min(CHUNK, column.rows() - from);
                column.indices(from, size, places);
                for (int i = 0; i < size; i++) {
                    if (places[i] < 0) {
                        builder.addMissing(Missing.NO_ANSWER);
                    } else {
                        builder.addAt(isIn[places[i]] ? 0 : 1);
                    }
                }
            }
            return builder.build();
        }

        private static CodedColumn indicator(MultipleColumn column, int option) {
            CodedColumn.Builder builder = indicator((Column) column);
            for (int row = 0; row < column.rows(); row++) {
                Watch.look(row);
                if (column.isMissing(row)) {
                    builder.addMissing(Missing.NO_ANSWER);
                } else {
                    builder.addAt(column.chose(row, option) ? 0 : 1);
                }
            }
            return builder.build();
        }
    }
}
