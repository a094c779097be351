package io.earshot.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace treats what it holds about people. Days are counted from receipt, of reports from when they
 * were done.
 *
 * @param kAnonymity            how many people a group must have at least before anything is shown about it; 1 shows all
 * @param retentionDays         how long rows are kept
 * @param metadataRetentionDays how long metadata of a privacy class are kept, by the class's word, such as {@code I}; a
 *     class that isn't named is kept as long as its response
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrivacySettings(
        @Nullable Integer kAnonymity,
        @Nullable RetentionDays retentionDays,
        @Nullable Map<String, Integer> metadataRetentionDays) {
    /** Below it a group is small enough to guess who is in it. */
    public static final int DEFAULT_K = 5;

    public PrivacySettings {
        kAnonymity = kAnonymity == null ? DEFAULT_K : kAnonymity;
        retentionDays = retentionDays == null ? RetentionDays.FOR_EVER : retentionDays;
        metadataRetentionDays = new TreeMap<>(metadataRetentionDays == null ? Map.of() : metadataRetentionDays);
    }

    /** Null keeps them until somebody deletes them; files go with the response that names them at the latest. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RetentionDays(
            @Nullable Integer responses,
            @Nullable Integer quarantine,
            @Nullable Integer exposures,
            @Nullable Integer files,
            @Nullable Integer reports,
            @Nullable Integer erasures) {
        public static final RetentionDays FOR_EVER = new RetentionDays(null, null, null, null, null, null);
    }
}
