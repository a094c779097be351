package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sums of weights by two variables' codes in use.
 *
 * @param design      the rows with both codes
 * @param rowCodes    places of the codes in use
 * @param rowOfRow    each data row's place in {@code rowCodes}; -1 if it is not in the table
 * @param counts      sums of weights
 * @param n           rows with both codes, whatever their weight
 */
record WeightedTable(
        SurveyDesign design,
        int[] rowCodes,
        int[] columnCodes,
        int[] rowOfRow,
        int[] columnOfRow,
        double[][] counts,
        double people,
        int n) {

    static WeightedTable of(SurveyDesign design, CodedColumn row, CodedColumn column) {
        int n = 0;
        boolean[] both = new boolean[row.rows()];
        for (int i = 0; i < both.length; i++) {
            both[i] = !row.isMissing(i) && !column.isMissing(i);
            n += both[i] ? 1 : 0;
        }
        SurveyDesign used = design.domain(both);
        int[] rowCodes = inUse(used, row);
        int[] columnCodes = inUse(used, column);
        int[] rowOfRow = places(used, row, rowCodes);
        int[] columnOfRow = places(used, column, columnCodes);
        double[][] counts = new double[rowCodes.length][columnCodes.length];
        for (int i = 0; i < both.length; i++) {
            if (rowOfRow[i] >= 0) {
                counts[rowOfRow[i]][columnOfRow[i]] += used.weight(i);
            }
        }
        return new WeightedTable(used, rowCodes, columnCodes, rowOfRow, columnOfRow, counts, used.sumOfWeights(), n);
    }

    private static int[] inUse(SurveyDesign used, CodedColumn column) {
        return IntStream.range(0, column.rows())
                .filter(row -> used.weight(row) > 0)
                .map(column::index)
                .distinct()
                .sorted()
                .toArray();
    }

    private static int[] places(SurveyDesign used, CodedColumn column, int[] codes) {
        return IntStream.range(0, column.rows())
                .map(row -> used.weight(row) > 0 ? Arrays.binarySearch(codes, column.index(row)) : -1)
                .toArray();
    }

    double rowShare(int row) {
        return Arrays.stream(counts[row]).sum() / people;
    }

    double columnShare(int column) {
        return Arrays.stream(counts).mapToDouble(line -> line[column]).sum() / people;
    }

    double chiSquare() {
        double sum = 0;
        for (int i = 0; i < rowCodes.length; i++) {
            for (int j = 0; j < columnCodes.length; j++) {
                double expected = rowShare(i) * columnShare(j);
                double excess = counts[i][j] / people - expected;
                sum += excess * excess / expected;
            }
        }
        return sum * n;
    }

    /** A cell's people less those expected without a relation. */
    double excess(int row, int column) {
        return counts[row][column] - rowShare(row) * columnShare(column) * people;
    }

    double[] excessInfluence(int row, int column) {
        double ofRow = rowShare(row);
        double ofColumn = columnShare(column);
        double[] influence = new double[rowOfRow.length];
        for (int i = 0; i < influence.length; i++) {
            if (rowOfRow[i] >= 0) {
                double inRow = rowOfRow[i] == row ? 1 : 0;
                double inColumn = columnOfRow[i] == column ? 1 : 0;
                influence[i] =
                        design.weight(i) * (inRow * inColumn - ofColumn * inRow - ofRow * inColumn + ofRow * ofColumn);
            }
        }
        return influence;
    }

    /** The influence on the share of a cell. */
    double[] shareInfluence(int row, int column) {
        double share = counts[row][column] / people;
        double[] influence = new double[rowOfRow.length];
        for (int i = 0; i < influence.length; i++) {
            if (rowOfRow[i] >= 0) {
                boolean inside = rowOfRow[i] == row && columnOfRow[i] == column;
                influence[i] = design.weight(i) / people * ((inside ? 1 : 0) - share);
            }
        }
        return influence;
    }
}
