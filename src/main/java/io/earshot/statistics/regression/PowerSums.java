package io.earshot.statistics.regression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The sums that a polynomial's normal equations are made of.
 *
 * @param moments  Σ x^(i+j)
 * @param products Σ x^i y
 * @param squares  Σ y²
 */
record PowerSums(BigDecimal[][] moments, BigDecimal[] products, BigDecimal squares) {
    private static final class Answers {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
    }

    /** Rows with the same x are summed first, so that the time goes with the number of values of x. */
    static PowerSums of(double[] outcome, double[] x, int degree, MathContext precision) {
        Map<Double, Answers> byValue = new HashMap<>();
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            Answers answers = byValue.computeIfAbsent(x[i], any -> new Answers());
            BigDecimal y = BigDecimal.valueOf(outcome[i]);
            answers.count++;
            answers.sum = answers.sum.add(y, precision);
            squares = squares.add(y.multiply(y), precision);
        }
        BigDecimal[] sums = zeros(2 * degree + 1);
        BigDecimal[] products = zeros(degree + 1);
        byValue.forEach((value, answers) -> {
            BigDecimal base = BigDecimal.valueOf(value);
            BigDecimal power = BigDecimal.ONE;
            for (int k = 0; k < sums.length; k++) {
                sums[k] = sums[k].add(power.multiply(BigDecimal.valueOf(answers.count)), precision);
                if (k < products.length) {
                    products[k] = products[k].add(power.multiply(answers.sum), precision);
                }
                power = power.multiply(base, precision);
            }
        });
        BigDecimal[][] moments = new BigDecimal[degree + 1][degree + 1];
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; j <= degree; j++) {
                moments[i][j] = sums[i + j];
            }
        }
        return new PowerSums(moments, products, squares);
    }

    private static BigDecimal[] zeros(int size) {
        BigDecimal[] zeros = new BigDecimal[size];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
