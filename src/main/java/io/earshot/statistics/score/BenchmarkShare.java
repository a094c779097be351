package io.earshot.statistics.score;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Share;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * A share held against a benchmark by the exact binomial test, as for product-market fit: 40 % "very disappointed".
 * R: {@code binom.test(x, n, benchmark)}.
 *
 * @param share     with Wilson's interval
 * @param benchmark in [0, 1]
 * @param pGreater  probability of such a share or a larger one if the true share is the benchmark
 * @param pTwoSided probability of a count no likelier than this one
 */
public record BenchmarkShare(long n, long count, Interval share, double benchmark, double pGreater, double pTwoSided) {

    /** Undefined if {@code n} is 0. */
    public static Outcome<BenchmarkShare> of(int count, int n, double benchmark, double confidence) {
        BinomialTest test = BinomialTest.withDefaults();
        return Share.wilson(count, n, confidence)
                .map(share -> new BenchmarkShare(
                        n,
                        count,
                        share,
                        benchmark,
                        test.with(AlternativeHypothesis.GREATER_THAN)
                                .test(n, count, benchmark)
                                .getPValue(),
                        test.test(n, count, benchmark).getPValue()));
    }
}
