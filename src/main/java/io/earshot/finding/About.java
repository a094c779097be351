package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a report's reader must know before any number in it.
 *
 * @param definitionHash  SHA-256 of the definition, in hexadecimal: two reports with the same hash asked the same
 * @param questionnaire   the questionnaire's title in the report's language
 * @param confidence      of every interval, in (0, 1)
 * @param statuses        which responses count
 * @param complete        responses of this report that were finished
 * @param partial         responses of this report that were not
 * @param otherVersions   responses left out because they answered another version of the questionnaire
 * @param firstSubmitted  when the earliest answer came in; empty if there is none
 * @param software        which Earshot made the report
 */
public record About(
        String title,
        String definition,
        String definitionHash,
        UUID questionnaireId,
        String questionnaire,
        int version,
        String language,
        ZoneId timeZone,
        double confidence,
        List<String> statuses,
        long complete,
        long partial,
        long otherVersions,
        Optional<Instant> firstSubmitted,
        Optional<Instant> lastSubmitted,
        Instant madeAt,
        String software) {
    public About {
        requireNonNull(title, "title");
        requireNonNull(definition, "definition");
        requireNonNull(definitionHash, "definitionHash");
        requireNonNull(questionnaireId, "questionnaireId");
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(language, "language");
        requireNonNull(timeZone, "timeZone");
        requireNonNull(madeAt, "madeAt");
        requireNonNull(software, "software");
        statuses = List.copyOf(statuses);
    }

    /** The responses that the report is about. */
    public long n() {
        return complete + partial;
    }
}
