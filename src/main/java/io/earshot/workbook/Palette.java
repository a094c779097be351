package io.earshot.workbook;

import org.apache.poi.xssf.usermodel.XSSFColor;

/** The workbook's few colours; each pair of text and ground has a contrast of 4.5 or more. */
final class Palette {
    static final String INK = "1B2733";
    static final String MUTED = "5B6672";
    static final String ACCENT = "0F6B72";
    static final String ACCENT_LIGHT = "8CC3C6";
    static final String GROUND = "EDF4F4";
    static final String RULE = "C9D3D8";
    static final String WARNING = "9A3412";

    private Palette() {}

    static XSSFColor color(String rgb) {
        return new XSSFColor(bytes(rgb), null);
    }

    static byte[] bytes(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
