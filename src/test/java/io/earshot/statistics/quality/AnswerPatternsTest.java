package io.earshot.statistics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Missing;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerPatternsTest {
    @Test
    void whoAnsweredAsSomebodyBeforeIsADuplicate() {
        AnswerPatterns patterns = AnswerPatterns.of(List.of(item(1, 2, 1, 5, 1, 0), item(1, 2, 1, 5, 2, 3)));

        assertEquals(5, patterns.complete());
        assertEquals(1, patterns.duplicates());
    }

    @Test
    void itemsThatDoNotVaryHaveNoOutliers() {
        assertEquals(0, AnswerPatterns.of(List.of(item(3, 3, 3), item(1, 2, 3))).outliers());
    }

    /** AnswerQuality, which is held to R's {@code mahalanobis}, judges every respondent by itself. */
    @Test
    void outliersAreThoseOfEachRespondentsDistance() {
        int rows = 9_000;
        SplittableRandom random = new SplittableRandom(5);
        int[][] answers = new int[4][rows];
        for (int row = 0; row < rows; row++) {
            int mood = random.nextInt(1, 6);
            for (int item = 0; item < answers.length; item++) {
                answers[item][row] = random.nextInt(40) == 0 ? random.nextInt(1, 6) : mood;
            }
        }
        double[][] frame = IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, 4)
                        .mapToDouble(item -> answers[item][row])
                        .toArray())
                .toArray(double[][]::new);
        AnswerQuality each = AnswerQuality.of(frame).orElseThrow();

        AnswerPatterns patterns = AnswerPatterns.of(
                IntStream.range(0, 4).mapToObj(item -> item(answers[item])).toList());

        assertEquals(
                each.respondents().stream()
                        .filter(respondent -> respondent.distance().orElseThrow() > each.distanceFlag())
                        .count(),
                patterns.outliers());
        assertEquals(each.duplicates(), patterns.duplicates());
    }

    /** @param answers from 1 to 5; 0 is none */
    private static CodedColumn item(int... answers) {
        CodedColumn.Builder builder = CodedColumn.builder(Variable.of("q", "q", Text.of("q"), Measure.ORDINAL)
                .coded(IntStream.rangeClosed(1, 5)
                        .mapToObj(code -> new Variable.CodedValue(Integer.toString(code), Text.of("code " + code)))
                        .toList()));
        for (int answer : answers) {
            if (answer == 0) {
                builder.addMissing(Missing.NO_ANSWER);
            } else {
                builder.add(Integer.toString(answer));
            }
        }
        return builder.build();
    }
}
