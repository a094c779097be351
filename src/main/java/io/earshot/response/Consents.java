package io.earshot.response;

import io.earshot.response.ConsentLedger.Change;
import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What respondents agreed to: told by calls of their own, and what of it covers a response. */
@Singleton
final class Consents {
    private final Database database;
    private final Clock clock;

    Consents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes what a respondent says.
     *
     * @param said when, by the client's clock; null for now. A consent that is older than a withdrawal is not noted
     * @return what holds now
     */
    StandingConsent tell(
            UUID workspace, String respondent, String state, @Nullable String policyVersion, @Nullable Instant said) {
        RespondentKey key = RespondentKey.of(workspace, respondent);
        Instant now = clock.instant();
        Change change = new Change(key, workspace, state, policyVersion, "client", said == null ? now : said, now);
        return database.run(connection -> {
            ConsentLedger.note(connection, List.of(change));
            return ConsentLedger.last(connection, key).orElseThrow();
        });
    }

    /**
     * Whether a response may hold what needs its respondent's consent: by what it says itself, else by what was said last.
     * What it says is none if a withdrawal came after it was said.
     */
    boolean cover(UUID workspace, Submission sent) {
        String state = sent.consentState();
        if (state != null && !sent.consentGranted()) {
            return false;
        }
        RespondentKey key = RespondentKey.of(workspace, sent.respondent());
        Optional<StandingConsent> last = database.run(connection -> ConsentLedger.last(connection, key));
        if (state == null) {
            return last.filter(StandingConsent::granted).isPresent();
        }
        Instant said = sent.saidAt();
        return last.filter(StandingConsent::withdrawn)
                .map(withdrawal -> said == null || said.isAfter(withdrawal.at()))
                .orElse(true);
    }
}
