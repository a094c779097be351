package io.earshot.bench.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Counts the rows of a sheet's XML as it streams by. */
final class SheetRows {
    private static final byte[] OPENING = "<row ".getBytes(StandardCharsets.US_ASCII);

    private SheetRows() {}

    static long in(InputStream sheet) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long rows = 0;
        int matched = 0;
        for (int length = sheet.read(buffer); length >= 0; length = sheet.read(buffer)) {
            for (int i = 0; i < length; i++) {
                matched = buffer[i] == OPENING[matched] ? matched + 1 : buffer[i] == OPENING[0] ? 1 : 0;
                if (matched == OPENING.length) {
                    rows++;
                    matched = 0;
                }
            }
        }
        return rows;
    }
}
