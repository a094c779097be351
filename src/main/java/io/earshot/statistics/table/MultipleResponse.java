package io.earshot.statistics.table;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Options that respondents chose any number of.
 *
 * @param base        respondents who saw at least one option
 * @param excluded    respondents who saw none
 * @param answers     choices of all
 * @param options     in the given order
 */
public record MultipleResponse(long base, long excluded, long answers, List<Option> options) {
    public MultipleResponse {
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param ofRespondents share of the base, with Wilson's interval; undefined if the base is 0
     * @param ofAnswers     share of all choices; undefined if there are none
     */
    public record Option(long count, Outcome<Interval> ofRespondents, Outcome<Double> ofAnswers) {}

    /** Counts of answers 0 or 1, one row per respondent and one value per option, NaN where not asked. */
    public static MultipleResponse of(double[][] answers, int options, double confidence) {
        long base = 0;
        long[] counts = new long[options];
        for (double[] row : answers) {
            if (Arrays.stream(row).allMatch(Double::isNaN)) {
                continue;
            }
            base++;
            for (int option = 0; option < options; option++) {
                counts[option] += row[option] == 1 ? 1 : 0;
            }
        }
        long all = Arrays.stream(counts).sum();
        List<Option> rows = new ArrayList<>();
        for (long count : counts) {
            Outcome<Double> ofAnswers = all == 0
                    ? Outcome.undefined(Reason.NO_ANSWERS, "none of %d respondents chose any option", base)
                    : Outcome.of((double) count / all);
            rows.add(new Option(count, Share.wilson(count, base, confidence), ofAnswers));
        }
        return new MultipleResponse(base, answers.length - base, all, rows);
    }
}
