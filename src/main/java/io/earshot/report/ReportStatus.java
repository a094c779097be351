package io.earshot.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a report stands. */
public enum ReportStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** Was done, and its result was removed by retention. */
    EXPIRED;

    /** True if it will not change any more. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReportStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
