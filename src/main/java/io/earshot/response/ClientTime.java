package io.earshot.response;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Times as clients write them. */
final class ClientTime {
    private static final int SECONDS_END = 19;
    private static final int LONGEST_FRACTION = 9;
    private static final int DAY_SECONDS = 86_400;

    private ClientTime() {}

    /**
     * An ISO 8601 time with an offset. Four of them come with every response, mostly as JavaScript writes them
     * ({@code 2026-11-22T09:30:00.000Z}); those are read by their places, since a formatter took a
     * tenth of what the threads of connections did.
     *
     * @throws DateTimeException if it is none
     */
    static Instant parse(String text) {
        int end = text.length() - 1;
        boolean inPlaces = end >= SECONDS_END
                && text.charAt(end) == 'Z'
                && isFraction(text, end)
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        int hour = inPlaces ? number(text, 11, 13) : -1;
        int minute = inPlaces ? number(text, 14, 16) : -1;
        int second = inPlaces ? number(text, 17, 19) : -1;
        int year = inPlaces ? number(text, 0, 4) : -1;
        int month = inPlaces ? number(text, 5, 7) : -1;
        int day = inPlaces ? number(text, 8, 10) : -1;
        if (year < 0 || month < 0 || day < 0 || !in(hour, 23) || !in(minute, 59) || !in(second, 59)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        long nanos = end == SECONDS_END ? 0 : number(text, SECONDS_END + 1, end);
        for (int digits = end - SECONDS_END - 1; digits < LONGEST_FRACTION && nanos > 0; digits++) {
            nanos *= 10;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * DAY_SECONDS + hour * 3600L + minute * 60L + second, nanos);
    }

    private static boolean in(int number, int most) {
        return number >= 0 && number <= most;
    }

    /** Whether nothing, or a point and one to nine digits, stand between the seconds and the end. */
    private static boolean isFraction(String text, int end) {
        return end == SECONDS_END
                || (text.charAt(SECONDS_END) == '.'
                        && end - SECONDS_END - 1 >= 1
                        && end - SECONDS_END - 1 <= LONGEST_FRACTION
                        && number(text, SECONDS_END + 1, end) >= 0);
    }

    /** @return -1 if it is not all digits */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }
}
