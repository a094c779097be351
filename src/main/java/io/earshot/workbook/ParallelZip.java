package io.earshot.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** A ZIP file whose parts are compressed in threads of their own. Whoever makes one calls {@link #release} in the end. */
final class ParallelZip extends ZipOutputStream {
    /** @param level of compression, from 1, the fastest, to 9 */
    ParallelZip(OutputStream out, int level) {
        super(out, UTF_8);
        def.end();
        def = new ParallelDeflater(level);
    }

    /** Ends the threads; leaves what was written to be closed by whoever opened it. */
    void release() {
        def.end();
    }
}
