package io.earshot.statistics.weighting;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of a population by the codes of one column.
 *
 * @param targets each code's people, or share, at least 0; only their proportions count unless said otherwise
 */
public record Margin(CodedColumn column, Map<String, Double> targets) {
    private static final int BLOCK = 4096;

    public Margin {
        requireNonNull(column, "column");
        double sum = 0;
        for (Map.Entry<String, Double> target : targets.entrySet()) {
            if (!(target.getValue() >= 0) || Double.isInfinite(target.getValue())) {
                throw new IllegalArgumentException("the target of %s must be finite and at least 0: %s"
                        .formatted(target.getKey(), target.getValue()));
            }
            sum += target.getValue();
        }
        if (sum == 0) {
            throw new IllegalArgumentException(
                    "the targets of %s add up to 0".formatted(column.variable().name()));
        }
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    double targetSum() {
        return targets.values().stream().mapToDouble(target -> target).sum();
    }

    /** The targets at the places of the column's codes; 0 for a code without one. */
    double[] targetOfCode() {
        return column.codes().stream()
                .mapToDouble(code -> targets.getOrDefault(code, 0.0))
                .toArray();
    }

    /** The sums of weights at the places of the column's codes. */
    double[] sums(double[] weights) {
        double[] sums = new double[column.codes().size()];
        int[] codes = new int[Math.min(BLOCK, weights.length)];
        for (int from = 0; from < weights.length; from += BLOCK) {
            int size = Math.min(BLOCK, weights.length - from);
            column.indices(from, size, codes);
            for (int row = 0; row < size; row++) {
                if (codes[row] >= 0) {
                    sums[codes[row]] += weights[from + row];
                }
            }
        }
        return sums;
    }

    /** Makes each row's number one with a further digit: its code's position from 1, or 0 without a code. */
    void addPlaces(int[] numbers) {
        int width = column.codes().size() + 1;
        int[] codes = new int[Math.min(BLOCK, numbers.length)];
        for (int from = 0; from < numbers.length; from += BLOCK) {
            int size = Math.min(BLOCK, numbers.length - from);
            column.indices(from, size, codes);
            for (int row = 0; row < size; row++) {
                numbers[from + row] = numbers[from + row] * width + Math.max(codes[row], -1) + 1;
            }
        }
    }

    /** The weighted share of each code with a target, among the rows with a code. */
    Map<String, Double> achieved(double[] weights) {
        double[] sums = sums(weights);
        double sum = 0;
        for (double one : sums) {
            sum += one;
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String code : targets.keySet()) {
            int place = column.codes().indexOf(code);
            shares.put(code, place < 0 ? 0 : sums[place] / sum);
        }
        return shares;
    }

    /** These weights, if each code in use has a target and each target above 0 somebody to stand for it. */
    Outcome<double[]> matched(double[] weights) {
        if (weights.length != column.rows()) {
            throw new IllegalArgumentException("%s has %d rows, the weights %d"
                    .formatted(column.variable().name(), column.rows(), weights.length));
        }
        double[] sums = sums(weights);
        for (int code = 0; code < sums.length; code++) {
            if (sums[code] > 0 && !targets.containsKey(column.codes().get(code))) {
                return Outcome.undefined(
                        Reason.TARGET_MISMATCH,
                        "%s of %s is in the sample but has no target",
                        column.codes().get(code),
                        column.variable().name());
            }
        }
        for (Map.Entry<String, Double> target : targets.entrySet()) {
            int code = column.codes().indexOf(target.getKey());
            if (target.getValue() > 0 && (code < 0 || sums[code] == 0)) {
                return Outcome.undefined(
                        Reason.TARGET_MISMATCH,
                        "%s of %s has the target %s but nobody in the sample",
                        target.getKey(),
                        column.variable().name(),
                        target.getValue());
            }
        }
        return Outcome.of(weights);
    }
}
