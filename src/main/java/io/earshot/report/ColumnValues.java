package io.earshot.report;

import io.earshot.dataset.Column;
import io.earshot.finding.BannerTable.Cell;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers of one column of a table: everybody, or a group; of these, those with an answer to the question count. A share's
 * interval is Wilson's, at the effective base if there are weights; a mean's is Student's, or linearised if there are weights.
 */
sealed interface ColumnValues permits CountedValues, WeightedValues {
    /** How many rows count. */
    long n();

    double weighted();

    double nEffective();

    /** How many, by weight how many, and their share. */
    Cell share(QuestionLines.Share line);

    Cell mean(QuestionLines.Scores scores);

    Cell deviation(QuestionLines.Scores scores);

    static ColumnValues ofEverybody(Column question, Optional<double[]> weights, double confidence) {
        return weights.<ColumnValues>map(some -> new WeightedValues(question, row -> true, some, confidence))
                .orElseGet(() -> new CountedValues(new GroupCounts(question, Optional.empty()), 0, confidence));
    }

    /** Those of each group of a block, by weight. */
    static List<ColumnValues> weighted(Column question, Span span, double[] weights, double confidence) {
        return IntStream.range(0, span.size())
                .<ColumnValues>mapToObj(
                        group -> new WeightedValues(question, row -> span.in(row, group), weights, confidence))
                .toList();
    }

    /** Those of each group of a block in which every respondent counts once. */
    static List<ColumnValues> counted(GroupCounts counts, Span span, double confidence) {
        return IntStream.range(0, span.size())
                .<ColumnValues>mapToObj(group -> new CountedValues(counts, group, confidence))
                .toList();
    }
}
