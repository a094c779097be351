package io.earshot.finding;

/** How two columns of a table were compared; a report's words say what each is and when it is taken. */
public enum ColumnTest {
    /** z of two shares with their pooled share, no respondent in both columns. */
    POOLED_Z,
    /** The same with the respondents that are in both columns counted once. */
    OVERLAP_Z,
    /** z of two weighted shares, standard errors linearised. */
    LINEARISED_Z,
    /** Welch's t of two means. */
    WELCH_T,
    /** t of two weighted means, standard errors linearised. */
    SURVEY_T,
    /** t of two means, weighted or of columns that share respondents, by the linearised error of their difference. */
    CONTRAST_T
}
