package io.earshot.response;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** A text without the mark that some programs put before it, which would else become part of the first column's name. */
final class WithoutByteOrderMark extends FilterReader {
    private static final int MARK = 0xFEFF;

    private boolean atStart = true;

    WithoutByteOrderMark(Reader text) {
        super(new PushbackReader(text));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (atStart) {
            atStart = false;
            int first = in.read();
            if (first >= 0 && first != MARK) {
                ((PushbackReader) in).unread(first);
            }
        }
        return in.read(buffer, offset, length);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
