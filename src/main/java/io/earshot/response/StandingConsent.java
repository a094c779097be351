package io.earshot.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a respondent said last.
 *
 * @param state {@code granted}, {@code declined}, {@code withdrawn}, or another word that came with a response
 * @param at    when it was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandingConsent(String state, @Nullable String policyVersion, Instant at) {
    boolean granted() {
        return state.equals(ConsentLedger.GRANTED);
    }

    boolean withdrawn() {
        return state.equals(ConsentLedger.WITHDRAWN);
    }
}
