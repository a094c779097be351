package io.earshot.dataset;

import java.nio.ByteBuffer;

/** Bytes that are put one after the other, the high ones of a number first. For one thread. */
final class GrowingBytes {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

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
        room(value.length).put(value);
        return this;
    }

    /** Puts the first bytes of some. */
    GrowingBytes put(byte[] value, int size) {
        room(size).put(value, 0, size);
        return this;
    }

    /** From the first byte to the last; shared with this. */
    ByteBuffer all() {
        return bytes.duplicate().flip();
    }

    private ByteBuffer room(int needed) {
        if (bytes.remaining() < needed) {
            int size = Math.addExact(bytes.position(), needed);
            bytes = ByteBuffer.allocate(Math.max(size, bytes.capacity() + (bytes.capacity() >> 1)))
                    .put(bytes.flip());
        }
        return bytes;
    }
}
