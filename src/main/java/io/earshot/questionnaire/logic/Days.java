package io.earshot.questionnaire.logic;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long ago something was. */
final class Days {
    private static final double DAY_MS = 86_400_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

    private Days() {}

    /** Whether a time lies within so many days before now; what has yet to come does not. */
    static boolean within(@Nullable Object when, @Nullable Object days, Instant now) {
        double limit = days == null ? Double.NaN : Coercion.number(days);
        return when instanceof String text
                && instant(text)
                        .map(time -> Duration.between(time, now).toMillis())
                        .filter(age -> age >= 0 && age <= limit * DAY_MS)
                        .isPresent();
    }

    /** A date begins at midnight UTC; a time without a zone could be anywhere, so it is none. */
    private static Optional<Instant> instant(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return DATE_TIME.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            // A 30th of February is no time, as what is no date at all.
            return Optional.empty();
        }
    }
}
