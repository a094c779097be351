package io.earshot.statistics.survey;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.SymmetricInverse;

/**
 * The generalised design effects of a table's interactions: how many times larger the design makes their variances than
 * a simple random sample would. Their sum and the sum of their squares are all that the correction needs.
 */
record DesignEffects(double trace, double traceOfSquare) {

    static Outcome<DesignEffects> of(WeightedTable table) {
        int rows = table.rowCodes().length;
        int columns = table.columnCodes().length;
        int cells = rows * columns;
        double[][] influences = new double[cells][];
        double[] shares = new double[cells];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                influences[i * columns + j] = table.shareInfluence(i, j);
                shares[i * columns + j] = table.counts()[i][j] / table.people();
            }
        }
        double[][] covariance = table.design().covariance(influences);
        // Interactions: indicators of all rows but the last and all columns but the last, freed of both means.
        int size = (rows - 1) * (columns - 1);
        double[][] contrasts = new double[size][cells];
        for (int a = 0; a < rows - 1; a++) {
            for (int b = 0; b < columns - 1; b++) {
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        double inRow = (i == a ? 1 : 0) - 1.0 / rows;
                        double inColumn = (j == b ? 1 : 0) - 1.0 / columns;
                        int cell = i * columns + j;
                        // Empty cells have no inverse and are left out, as R does.
                        contrasts[a * (columns - 1) + b][cell] =
                                shares[cell] == 0 ? 0 : inRow * inColumn / shares[cell];
                    }
                }
            }
        }
        double[][] simple = new double[size][size];
        double[][] design = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                for (int k = 0; k < cells; k++) {
                    simple[a][b] += contrasts[a][k] * contrasts[b][k] * shares[k] / table.n();
                    for (int l = 0; l < cells; l++) {
                        design[a][b] += contrasts[a][k] * covariance[k][l] * contrasts[b][l];
                    }
                }
            }
        }
        return SymmetricInverse.of(simple).map(inverse -> traces(inverse.matrix(), design));
    }

    private static DesignEffects traces(double[][] inverse, double[][] design) {
        int size = design.length;
        double[][] effects = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                for (int k = 0; k < size; k++) {
                    effects[a][b] += inverse[a][k] * design[k][b];
                }
            }
        }
        double trace = 0;
        double square = 0;
        for (int a = 0; a < size; a++) {
            trace += effects[a][a];
            for (int b = 0; b < size; b++) {
                square += effects[a][b] * effects[b][a];
            }
        }
        return new DesignEffects(trace, square);
    }
}
