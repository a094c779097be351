package io.earshot.statistics.advice;

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
    SPEARMAN("Spearman's rank correlation");

    private final String words;

    Method(String words) {
        this.words = words;
    }

    /** As a sentence names it. */
    public String words() {
        return words;
    }
}
