package io.earshot.workspace;

import java.util.UUID;

/**
 * The key that all rows about one respondent of one workspace share and are distributed by. It tells nothing about the
 * respondent, and the same id in another workspace is another key.
 *
 * @param value the first 16 bytes of SHA-256 over {@code workspace + ":" + respondent} in UTF-8
 */
public record RespondentKey(UUID value) {

    /** @param respondent the id by which the app knows the respondent; not empty */
    public static RespondentKey of(UUID workspace, String respondent) {
        if (respondent.isEmpty()) {
            throw new IllegalArgumentException("respondent must not be empty");
        }
        return new RespondentKey(Sha256.half(workspace + ":" + respondent));
    }
}
