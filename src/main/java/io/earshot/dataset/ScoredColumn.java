package io.earshot.dataset;

/** A column whose values stand for numbers: numbers themselves, or codes of a scale. */
public sealed interface ScoredColumn extends Column permits CodedColumn, NumberColumn {
    /** The number that stands for a row's value; NaN exactly where the row is missing. */
    double score(int row);

    /** All rows' scores in order, NaN where missing; a new array that the caller owns. */
    default double[] scores() {
        double[] scores = new double[rows()];
        for (int row = 0; row < scores.length; row++) {
            Watch.look(row);
            scores[row] = score(row);
        }
        return scores;
    }
}
