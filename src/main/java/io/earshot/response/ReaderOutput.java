package io.earshot.response;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Where a reader listens. That it stops listening is no failure of ours, and is told apart from one. */
final class ReaderOutput extends FilterOutputStream {
    ReaderOutput(OutputStream reader) {
        super(reader);
    }

    /** Nobody reads any more. */
    static final class Gone extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Gone(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new Gone(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new Gone(e);
        }
    }
}
