package io.earshot.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the usual numbers, times and days from where they stand in a JSON text; leaves the unusual to others. */
final class WrittenNumbers {
    // Whole numbers and powers of ten that a double holds exactly, so that their quotient is the nearest double.
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = new double[EXACT_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private WrittenNumbers() {}

    /** How a kind of number is read. */
    interface Read {
        /** @return NaN if that needs a closer look */
        double number(byte[] json, int from, int to);
    }

    /** Whether it is a whole number written the way one would: of digits, not beginning with 0 unless it is 0. */
    static boolean isWhole(byte[] json, int from, int to) {
        int first = json[from] == '-' ? from + 1 : from;
        if (first == to || json[first] == '0' && (to - first > 1 || first > from)) {
            return false;
        }
        for (int i = first; i < to; i++) {
            if (json[i] < '0' || json[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** A number of up to 15 digits that count. */
    static double finite(byte[] json, int from, int to) {
        boolean negative = json[from] == '-';
        int at = negative ? from + 1 : from;
        int end = to;
        int point = -1;
        for (int i = at; i < to && point < 0; i++) {
            point = json[i] == '.' ? i : -1;
        }
        while (point >= 0 && end > point + 1 && json[end - 1] == '0') {
            end--;
        }
        if (at == end || end - at > EXACT_DIGITS) {
            return Double.NaN;
        }
        long digits = 0;
        for (int i = at; i < end; i++) {
            if (i != point) {
                if (json[i] < '0' || json[i] > '9') {
                    return Double.NaN;
                }
                digits = digits * 10 + json[i] - '0';
            }
        }
        double number = point < 0 ? digits : digits / POWERS[end - point - 1];
        return negative ? -number : number;
    }

    /** Minutes after midnight of {@code "HH:MM"}. */
    static double minutes(byte[] json, int from, int to) {
        if (to - from != 7 || json[from] != '"' || json[from + 3] != ':') {
            return Double.NaN;
        }
        int hours = digits(json, from + 1, 2);
        int minutes = digits(json, from + 4, 2);
        return hours < 0 || hours > 23 || minutes < 0 || minutes > 59 ? Double.NaN : hours * 60 + minutes;
    }

    /** The day of {@code "YYYY-MM-DD"}; empty if that needs a closer look. */
    static Optional<LocalDate> day(byte[] json, int from, int to) {
        if (to - from != 12 || json[from] != '"' || json[from + 5] != '-' || json[from + 8] != '-') {
            return Optional.empty();
        }
        int year = digits(json, from + 1, 4);
        int month = digits(json, from + 6, 2);
        int day = digits(json, from + 9, 2);
        try {
            return year < 0 || month < 0 || day < 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Negative if they are no digits. */
    private static int digits(byte[] json, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (json[i] < '0' || json[i] > '9') {
                return -1;
            }
            number = number * 10 + json[i] - '0';
        }
        return number;
    }
}
