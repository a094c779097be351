package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.earshot.statistics.Adjustment;
import java.util.Locale;

/** What is done about many comparisons in one line of a banner. */
public enum Correction {
    NONE(Adjustment.NONE),
    BONFERRONI(Adjustment.BONFERRONI),
    HOLM(Adjustment.HOLM),
    /** Benjamini and Hochberg's false discovery rate. */
    BH(Adjustment.BH);

    private final Adjustment adjustment;

    Correction(Adjustment adjustment) {
        this.adjustment = adjustment;
    }

    Adjustment adjustment() {
        return adjustment;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
