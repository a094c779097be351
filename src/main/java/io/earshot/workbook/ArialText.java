package io.earshot.workbook;

import java.text.Normalizer;

/**
 * How many lines a text takes in Arial, or in Liberation Sans, which is as wide. Words are broken only where they are wider than a
 * line, as spreadsheets do.
 */
final class ArialText {
    /** Of the letters from the blank to ~ in thousandths of the size: the widths of Helvetica, which Arial and Liberation Sans have too. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
                722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556,
                278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334,
                584
    };

    private static final int OTHER = 600;
    private static final int IDEOGRAPH = 1000;
    private static final char FIRST_IDEOGRAPH = '\u2E80';
    private static final double THOUSAND = 1000.0;

    /** Of one character of a column's width as Excel draws it, and what of a cell its margins and an indent take, in points. */
    private static final double CHARACTER = 5.25;

    private static final double AROUND = 11;
    private static final double MARGINS = 5;

    private ArialText() {}

    /** How wide a column must be for a text to stand in one line, in characters. */
    static int column(String text, double size) {
        return (int) Math.ceil((width(text, size) + AROUND) / CHARACTER);
    }

    /** The same for a cell without an indent. */
    static int columnOfNumbers(String text, double size) {
        return (int) Math.ceil((width(text, size) + MARGINS) / CHARACTER);
    }

    /** How many lines a text takes in columns so many characters wide. */
    static int linesIn(int characters, String text, double size) {
        return lines(text, characters * CHARACTER - AROUND, size);
    }

    /** The same in a cell without an indent. */
    static int linesOfNumbers(int characters, String text, double size) {
        return lines(text, characters * CHARACTER - MARGINS, size);
    }

    /** In points, for letters of a size in points. */
    static double width(String text, double size) {
        double width = 0;
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            width += width(plain.charAt(i));
        }
        return width * size / THOUSAND;
    }

    private static int width(char letter) {
        if (letter >= ' ' && letter <= '~') {
            return WIDTHS[letter - ' '];
        }
        if (Character.getType(letter) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return switch (letter) {
            case '’', '‘', '·', '\u00A0' -> 278;
            case '“', '”' -> 333;
            default -> letter >= FIRST_IDEOGRAPH ? IDEOGRAPH : OTHER;
        };
    }

    /** How many lines of a width it takes, one at least; width and size in points. */
    static int lines(String text, double room, double size) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += ofParagraph(paragraph, Math.max(room, size), size);
        }
        return lines;
    }

    private static int ofParagraph(String text, double room, double size) {
        double blank = width(" ", size);
        int lines = 1;
        double used = 0;
        for (String word : text.split(" ", -1)) {
            double width = width(word, size);
            if (used > 0 && used + blank + width > room) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? blank : 0) + width;
            while (used > room) {
                lines++;
                used -= room;
            }
        }
        return lines;
    }
}
