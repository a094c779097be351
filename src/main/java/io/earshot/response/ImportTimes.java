package io.earshot.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as files write them. */
final class ImportTimes {
    private ImportTimes() {}

    /** RFC 3339, also with a space for the T; without an offset it is UTC, without a time of day it is midnight. */
    static Optional<Instant> parse(String cell) {
        String text = cell.strip().replace(' ', 'T');
        try {
            if (text.length() == 10) {
                return inRange(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean offset = text.endsWith("Z")
                    || text.endsWith("z")
                    || text.lastIndexOf('+') > 10
                    || text.lastIndexOf('-') > 10;
            return inRange(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> inRange(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999 ? Optional.of(time) : Optional.empty();
    }
}
