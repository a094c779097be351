package io.earshot.privacy;

import io.earshot.workspace.PrivacySettings.RetentionDays;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a package that is not known here keeps only for as long as a workspace says. A bean of this type is all that it
 * takes.
 */
public interface Expiring {
    /** What it is called in the audit trail. */
    String name();

    /** How long it is kept; null for ever. */
    @Nullable
    Integer days(RetentionDays days);

    /**
     * Removes a piece of what is older, durably.
     *
     * @return how many were removed; 0 once there is nothing left to remove
     */
    int remove(UUID workspace, Instant before);
}
