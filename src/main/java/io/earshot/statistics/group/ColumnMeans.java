package io.earshot.statistics.group;

import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Letters;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which columns' means differ, pair by pair by t tests; a letter stands in the column with the larger mean and names the
 * column with the smaller one.
 *
 * @param n        answers of all columns
 * @param excluded rows left out because they lack a value or a group
 * @param letters per column, the letters of the columns that its mean exceeds
 * @param alpha   a pair differs if its adjusted p is below this
 */
public record ColumnMeans(
        long n, long excluded, List<String> letters, List<Pair> pairs, double alpha, Adjustment adjustment) {
    public ColumnMeans {
        letters = List.copyOf(letters);
        pairs = List.copyOf(pairs);
    }

    /** Two columns: first minus second. */
    public record Pair(int first, int second, Outcome<Test> test) {}

    /** The t of a pair with its two-sided p and its p adjusted. */
    public record Test(double t, double degreesOfFreedom, double p, double adjustedP) {}

    /**
     * The comparison of all pairs of groups, empty ones keeping their place.
     *
     * @param pooled true for Student's test with the pair's pooled variance, false for Welch's
     */
    public static ColumnMeans of(Samples groups, double alpha, Adjustment adjustment, boolean pooled) {
        List<SampleMoments> moments = IntStream.range(0, groups.size())
                .mapToObj(group -> SampleMoments.of(groups.group(group)))
                .toList();
        return of(moments, groups.excluded(), alpha, adjustment, pooled);
    }

    /** The same of groups of which no more is known than their moments. */
    public static ColumnMeans of(
            List<SampleMoments> groups, long excluded, double alpha, Adjustment adjustment, boolean pooled) {
        List<Outcome<Student>> tests = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                tests.add(test(groups.get(a), groups.get(b), pooled));
            }
        }
        double[] adjusted = adjustment.of(tests.stream()
                .mapToDouble(test -> test.map(Student::p).toOptional().orElse(Double.NaN))
                .toArray());
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                int at = pairs.size();
                pairs.add(new Pair(
                        a,
                        b,
                        tests.get(at)
                                .map(test -> new Test(test.t(), test.degreesOfFreedom(), test.p(), adjusted[at]))));
            }
        }
        List<String> letters = new ArrayList<>();
        for (int column = 0; column < groups.size(); column++) {
            letters.add(letters(pairs, column, alpha));
        }
        long n = groups.stream().mapToLong(SampleMoments::n).sum();
        return new ColumnMeans(n, excluded, letters, pairs, alpha, adjustment);
    }

    private static Outcome<Student> test(SampleMoments x, SampleMoments y, boolean pooled) {
        if (x.n() < 2 || y.n() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "a t test needs two answers a group: %d, %d", x.n(), y.n());
        }
        if (x.variance() == 0 && y.variance() == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "neither group varies");
        }
        return pooled ? TwoSamples.student(x, y, 0.95) : TwoSamples.welch(x, y, 0, 0.95);
    }

    private static String letters(List<Pair> pairs, int column, double alpha) {
        return Letters.joined(pairs.stream().flatMap(pair -> pair.test().toOptional().stream()
                .filter(test -> test.adjustedP() < alpha)
                .flatMap(test -> {
                    int larger = test.t() > 0 ? pair.first() : pair.second();
                    int smaller = test.t() > 0 ? pair.second() : pair.first();
                    return larger == column ? Stream.of(Letters.of(smaller)) : Stream.empty();
                })));
    }
}
