package io.earshot.dataset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that are put one after the other, the high ones of a number first. In chunks, so that growing copies nothing and no array is
 * so large that Java's memory can't be put in order around it. For one thread.
 */
final class GrowingBytes {
    private static final int CHUNK = 1 << 18;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 12);

    GrowingBytes putByte(int value) {
        room(1).put((byte) value);
        return this;
    }

    GrowingBytes putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    GrowingBytes putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    GrowingBytes put(byte[] value) {
        return put(value, value.length);
    }

    /** Puts the first bytes of some. */
    GrowingBytes put(byte[] value, int size) {
        for (int done = 0; done < size; ) {
            ByteBuffer into = room(1);
            int part = Math.min(size - done, into.remaining());
            into.put(value, done, part);
            done += part;
        }
        return this;
    }

    /** All that was put, in its order; shared with this. */
    List<ByteBuffer> all() {
        List<ByteBuffer> all = new ArrayList<>();
        full.forEach(chunk -> all.add(chunk.duplicate()));
        all.add(bytes.duplicate().flip());
        return all;
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            full.add(bytes.flip());
            bytes = ByteBuffer.allocate(CHUNK);
        }
        return bytes;
    }
}
