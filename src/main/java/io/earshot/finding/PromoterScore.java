package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;

/** The Net Promoter Score of one question. */
public record PromoterScore(Subject subject, Outcome<NetPromoterScore> score) implements Finding {
    public PromoterScore {
        requireNonNull(subject, "subject");
        requireNonNull(score, "score");
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.promoterScore(this);
    }
}
