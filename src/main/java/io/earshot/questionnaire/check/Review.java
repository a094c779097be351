package io.earshot.questionnaire.check;

import java.util.List;

/**
 * What a check says of a questionnaire.
 *
 * @param findings         errors first; 1,000 at most and then one that counts the others
 * @param estimatedSeconds how long it takes to fill in; 0 if it is too faulty to tell
 */
public record Review(List<Finding> findings, int estimatedSeconds) {
    public Review {
        findings = List.copyOf(findings);
        if (estimatedSeconds < 0) {
            throw new IllegalArgumentException("estimatedSeconds must not be negative: " + estimatedSeconds);
        }
    }
}
