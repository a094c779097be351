package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Outcome;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One question as everybody answered it.
 *
 * @param responses  all responses of the report
 * @param asked      those who were asked, as far as it is known: all less those who were never shown the question
 * @param n          those with a valid answer: the base of shares and means
 * @param sum        of their weights; n without weights
 * @param nEffective (Σw)² / Σw²; n without weights
 * @param low        whether the effective base is below the report's minimum
 * @param missing    why the others have none, kinds that nobody has left out
 * @param lines      each answer, then answers taken together
 * @param measures   mean, deviation, median, score; none for categories without order
 */
public record Topline(
        Subject subject,
        boolean weighted,
        long responses,
        long asked,
        long n,
        double sum,
        double nEffective,
        boolean low,
        List<Absence> missing,
        List<Line> lines,
        List<Measured> measures)
        implements Finding {
    public Topline {
        requireNonNull(subject, "subject");
        missing = List.copyOf(missing);
        lines = List.copyOf(lines);
        measures = List.copyOf(measures);
    }

    /** @param kind the word for it: no-answer, not-asked, refused or invalid */
    public record Absence(String kind, long count) {}

    /**
     * @param count    respondents, unweighted
     * @param weighted the sum of their weights
     * @param ofAsked  unweighted share of those who were asked; empty if nobody was
     * @param share    of those with a valid answer, by weight if there are weights
     */
    public record Line(
            LineKind kind,
            String code,
            String label,
            long count,
            double weighted,
            OptionalDouble ofAsked,
            Outcome<Estimate> share) {}

    public record Measured(LineKind kind, Outcome<Estimate> value) {}

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.topline(this);
    }
}
