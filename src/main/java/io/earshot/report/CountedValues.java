package io.earshot.report;

import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.Estimate;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.Share;
import io.earshot.statistics.regression.Coefficient;

/** The numbers of a column of a table in which every respondent counts once. */
final class CountedValues implements ColumnValues {
    private final GroupCounts counts;
    private final int group;
    private final double confidence;

    CountedValues(GroupCounts counts, int group, double confidence) {
        this.counts = counts;
        this.group = group;
        this.confidence = confidence;
    }

    @Override
    public long n() {
        return counts.base(group);
    }

    @Override
    public double weighted() {
        return n();
    }

    @Override
    public double nEffective() {
        return n();
    }

    @Override
    public Cell share(QuestionLines.Share line) {
        long count = counts.of(line, group);
        return new Cell(count, count, Share.wilson(count, n(), confidence).map(Estimate::of), "");
    }

    SampleMoments moments(QuestionLines.Scores scores) {
        return counts.moments(scores, group);
    }

    @Override
    public Cell mean(QuestionLines.Scores scores) {
        return new Cell(n(), n(), mean(moments(scores)), "");
    }

    private Outcome<Estimate> mean(SampleMoments moments) {
        if (moments.n() == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered");
        }
        return Outcome.of(
                moments.n() < 2
                        ? Estimate.alone(moments.mean())
                        : Estimate.of(Coefficient.byT(
                                        "",
                                        moments.mean(),
                                        moments.sd() / Math.sqrt(moments.n()),
                                        moments.n() - 1.0,
                                        confidence)
                                .interval()));
    }

    @Override
    public Cell deviation(QuestionLines.Scores scores) {
        Outcome<Estimate> deviation = n() < 2
                ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a spread needs two answers: %d", n())
                : Outcome.of(Estimate.alone(moments(scores).sd()));
        return new Cell(n(), n(), deviation, "");
    }
}
