package io.earshot.finding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One thing a report found: a statistic and the variables it is about. As JSON it names its {@code kind}; the API and the
 * workbook draw the same finding, and neither computes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FrequencyTable.class, name = "frequencies"),
    @JsonSubTypes.Type(value = NumberSummary.class, name = "numbers"),
    @JsonSubTypes.Type(value = OpenAnswers.class, name = "open-answers"),
    @JsonSubTypes.Type(value = PromoterScore.class, name = "nps"),
    @JsonSubTypes.Type(value = CrossTable.class, name = "crosstab"),
    @JsonSubTypes.Type(value = ScaleReliability.class, name = "reliability"),
    @JsonSubTypes.Type(value = Basis.class, name = "basis"),
    @JsonSubTypes.Type(value = Topline.class, name = "topline"),
    @JsonSubTypes.Type(value = BannerTable.class, name = "banner"),
    @JsonSubTypes.Type(value = Comparisons.class, name = "comparisons"),
    @JsonSubTypes.Type(value = Weighting.class, name = "weighting")
})
public sealed interface Finding
        permits FrequencyTable,
                NumberSummary,
                OpenAnswers,
                PromoterScore,
                CrossTable,
                ScaleReliability,
                Basis,
                Topline,
                BannerTable,
                Comparisons,
                Weighting,
                ModuleFinding {

    <R> R cases(Cases<R> cases);

    /** What to do with each kind of finding. */
    interface Cases<R> {
        R frequencies(FrequencyTable finding);

        R numbers(NumberSummary finding);

        R openAnswers(OpenAnswers finding);

        R promoterScore(PromoterScore finding);

        R crosstab(CrossTable finding);

        R reliability(ScaleReliability finding);

        R basis(Basis finding);

        R topline(Topline finding);

        R bannerTable(BannerTable finding);

        R comparisons(Comparisons finding);

        R weighting(Weighting finding);

        R module(ModuleFinding finding);
    }
}
