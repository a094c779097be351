package io.earshot.workbook;

import java.util.List;

/** Colours of charts, told apart also where colours look alike: by how light they are. */
final class Shade {
    /** Of lines, each of which has its own dashes too. */
    static final List<String> LINES = List.of(Palette.ACCENT, "B45309", "5B6672", "7C3AED");

    private static final int[] WORST = {0xB4, 0x53, 0x09};
    private static final int[] MIDDLE = {0xE8, 0xEA, 0xED};
    private static final int[] BEST = {0x0F, 0x6B, 0x72};

    private Shade() {}

    /** The colour of one of so many ordered parts, from the worst by way of a light middle to the best. */
    static String of(int part, int parts) {
        double place = parts == 1 ? 1 : (double) part / (parts - 1);
        int[] from = place < 0.5 ? WORST : MIDDLE;
        int[] to = place < 0.5 ? MIDDLE : BEST;
        double way = place < 0.5 ? place * 2 : place * 2 - 1;
        StringBuilder rgb = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            rgb.append("%02X".formatted(Math.round(from[i] + way * (to[i] - from[i]))));
        }
        return rgb.toString();
    }

    /** Whether white is read on it more easily than black (WCAG 2.2, relative luminance). */
    static boolean isDark(String rgb) {
        double luminance = 0.2126 * linear(rgb, 0) + 0.7152 * linear(rgb, 2) + 0.0722 * linear(rgb, 4);
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05;
    }

    private static double linear(String rgb, int at) {
        double part = Integer.parseInt(rgb.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
