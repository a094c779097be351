package io.earshot.workbook;

import io.earshot.dataset.Watch;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that looks before each write whether the work shall go on: packing a large workbook takes longer than a cancel may. */
final class WatchedOutput extends FilterOutputStream {
    WatchedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Watch.look();
        out.write(bytes, offset, length);
    }
}
