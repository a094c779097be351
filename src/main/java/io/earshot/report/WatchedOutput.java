package io.earshot.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that asks now and then whether to go on: packing a large workbook takes longer than a cancel may. */
final class WatchedOutput extends FilterOutputStream {
    private final Runnable watch;

    /** @param watch called before each write; may throw to stop */
    WatchedOutput(OutputStream out, Runnable watch) {
        super(out);
        this.watch = watch;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watch.run();
        out.write(bytes, offset, length);
    }
}
