package io.earshot.statistics.advice;

import java.util.Optional;

/** A test that may fit. */
public enum Method {
    CHI_SQUARE("chi-square test of independence"),
    FISHER_EXACT("Fisher's exact test"),
    MC_NEMAR("McNemar's test"),
    BOWKER("Bowker's test of symmetry"),
    WELCH_T("Welch's t test"),
    WELCH_ANOVA("Welch's analysis of variance"),
    PAIRED_T("paired t test"),
    MANN_WHITNEY("Mann-Whitney test"),
    KRUSKAL_WALLIS("Kruskal-Wallis test"),
    SIGNED_RANK("Wilcoxon's signed rank test"),
    PEARSON("Pearson's correlation"),
    SPEARMAN("Spearman's rank correlation"),
    RAO_SCOTT("chi-square test corrected for weights by Rao and Scott", CHI_SQUARE),
    SURVEY_MC_NEMAR("McNemar's test at the effective number of changes", MC_NEMAR),
    SURVEY_SYMMETRY("Wald's test of symmetry with weights", BOWKER),
    SURVEY_T("t test with weights", WELCH_T),
    SURVEY_ANOVA("Wald's test of means with weights", WELCH_ANOVA),
    SURVEY_PAIRED_T("paired t test with weights", PAIRED_T),
    SURVEY_RANK_TEST("rank test with weights", MANN_WHITNEY),
    SURVEY_KRUSKAL_WALLIS("rank test of several groups with weights", KRUSKAL_WALLIS),
    SURVEY_SIGNED_RANK("signed rank test with weights", SIGNED_RANK),
    SURVEY_PEARSON("Pearson's correlation with weights", PEARSON),
    SURVEY_SPEARMAN("Spearman's rank correlation with weights", SPEARMAN);

    private final String words;
    private final Optional<Method> unweighted;

    Method(String words) {
        this.words = words;
        this.unweighted = Optional.empty();
    }

    Method(String words, Method unweighted) {
        this.words = words;
        this.unweighted = Optional.of(unweighted);
    }

    /** As a sentence names it. */
    public String words() {
        return words;
    }

    /** What fits the same columns without weights; itself for a test without weights. */
    public Method unweighted() {
        return unweighted.orElse(this);
    }
}
