package io.earshot.workbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One variable of an SPSS file.
 *
 * @param name    valid and unique there
 * @param label   in words; cut where SPSS takes no more
 * @param width   of a text, in bytes of UTF-8, from 1 to {@link SpssFile#LONGEST_TEXT}; 0 for numbers
 * @param format  how values are shown
 * @param labels  what values mean, in order; keys are {@link Double} for numbers and {@link String} for texts
 * @param missing values, three at most, that stand for a kind of missing; of numbers only
 * @param set     the multiple response that it is an option of
 */
record SpssVariable(
        String name,
        String label,
        int width,
        Format format,
        Level level,
        Map<Object, String> labels,
        double[] missing,
        @Nullable OptionSet set,
        Cell cell) {

    /** A multiple response whose options are variables that hold 1 where they are chosen. */
    record OptionSet(String name, String label) {}

    /** The level of measurement, by SPSS's numbers. */
    enum Level {
        NOMINAL(1),
        ORDINAL(2),
        SCALE(3);

        final int number;

        Level(int number) {
            this.number = number;
        }
    }

    /**
     * How SPSS shows a value.
     *
     * @param type SPSS's number of the format: 1 text, 5 number, 21 time of day, 22 date and time, 39 date with the year first
     */
    record Format(int type, int width, int decimals) {
        static final Format DATE = new Format(39, 10, 0);
        static final Format DATE_TIME = new Format(22, 20, 0);
        static final Format TIME_OF_DAY = new Format(21, 5, 0);

        static Format number(int decimals) {
            return new Format(5, decimals == 0 ? 8 : Math.min(40, 11 + decimals), decimals);
        }

        static Format text(int bytes) {
            return new Format(1, Math.min(bytes, 255), 0);
        }

        int packed() {
            return type << 16 | width << 8 | decimals;
        }
    }

    /** Puts a row's value. */
    interface Cell {
        void write(int row, Value value);
    }

    /** Where a value goes; each row of a variable gets exactly one. */
    interface Value {
        void number(double number);

        /** System-missing. */
        void nothing();

        void text(byte[] utf8);
    }

    SpssVariable {
        if (width < 0 || width > SpssFile.LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "width of " + name + " must be from 0 to " + SpssFile.LONGEST_TEXT + ": " + width);
        }
        if (missing.length > 3) {
            throw new IllegalArgumentException(name + " has more than three missing values: " + missing.length);
        }
    }

    boolean isText() {
        return width > 0;
    }

    /** How many variable records it takes: texts over 255 bytes lie in segments. */
    int segments() {
        return width <= 255 ? 1 : (width + 251) / 252;
    }

    /** The width that a segment declares, in bytes. */
    int segmentWidth(int segment) {
        return width <= 255 ? width : segment < segments() - 1 ? 255 : width - segment * 252;
    }
}
