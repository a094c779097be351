package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The Net Promoter Score of one question. */
public record PromoterScore(Subject subject, Base base, Outcome<NetPromoterScore> score) implements Finding {
    public PromoterScore {
        requireNonNull(subject, "subject");
        requireNonNull(base, "base");
        requireNonNull(score, "score");
    }

    /** Share of promoters in [0, 1]; empty if nobody answered. */
    @JsonProperty
    public OptionalDouble promoterShare() {
        return share(NetPromoterScore::promoterShare);
    }

    /** Share of passives in [0, 1]; empty if nobody answered. */
    @JsonProperty
    public OptionalDouble passiveShare() {
        return share(NetPromoterScore::passiveShare);
    }

    /** Share of detractors in [0, 1]; empty if nobody answered. */
    @JsonProperty
    public OptionalDouble detractorShare() {
        return share(NetPromoterScore::detractorShare);
    }

    private OptionalDouble share(ToDoubleFunction<NetPromoterScore> of) {
        return score.cases(nps -> OptionalDouble.of(of.applyAsDouble(nps)), undefined -> OptionalDouble.empty());
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.promoterScore(this);
    }
}
