package io.earshot.workbook;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;

/**
 * Compresses block by block in threads of its own, while the caller makes what comes next. Blocks know nothing of each other and
 * end where a byte does, so that one after the other they are one stream (RFC 1951); that costs a hundredth or so of its
 * size. For one thread, which ends it.
 */
final class ParallelDeflater extends Deflater {
    private static final int THREADS = 2;
    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS_AHEAD = 2 * THREADS;

    private final int level;
    private final ExecutorService threads;
    private final Deque<Future<byte[]>> blocks = new ArrayDeque<>();
    private byte[] block = new byte[BLOCK];
    private int used;
    private byte[] ready = {};
    private int handedOut;
    private boolean finishing;
    private long read;
    private long written;

    /** @param level from 1, the fastest, to 9 */
    ParallelDeflater(int level) {
        super(level, true);
        this.level = level;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "earshot-deflate");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void setInput(byte[] input, int from, int length) {
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, BLOCK - used);
            System.arraycopy(input, from + done, block, used, part);
            used += part;
            done += part;
            if (used == BLOCK) {
                submit(false);
            }
        }
        read += length;
    }

    /** False as long as there is something to take, or too much is waiting to be compressed. */
    @Override
    public boolean needsInput() {
        return handedOut == ready.length
                && blocks.size() < BLOCKS_AHEAD
                && (blocks.isEmpty() || !blocks.peek().isDone());
    }

    @Override
    public void finish() {
        if (!finishing) {
            finishing = true;
            submit(true);
        }
    }

    @Override
    public boolean finished() {
        return finishing && blocks.isEmpty() && handedOut == ready.length;
    }

    @Override
    public int deflate(byte[] output, int from, int length) {
        if (handedOut == ready.length && !blocks.isEmpty()) {
            ready = first();
            handedOut = 0;
        }
        int part = Math.min(length, ready.length - handedOut);
        System.arraycopy(ready, handedOut, output, from, part);
        handedOut += part;
        written += part;
        return part;
    }

    @Override
    public void reset() {
        super.reset();
        blocks.forEach(waiting -> waiting.cancel(false));
        blocks.clear();
        used = 0;
        ready = new byte[0];
        handedOut = 0;
        finishing = false;
        read = 0;
        written = 0;
    }

    @Override
    public long getBytesRead() {
        return read;
    }

    @Override
    public long getBytesWritten() {
        return written;
    }

    @Override
    public void end() {
        super.end();
        threads.shutdownNow();
    }

    private void submit(boolean last) {
        byte[] content = block;
        int length = used;
        blocks.add(threads.submit(() -> compressed(content, length, last)));
        block = last ? content : new byte[BLOCK];
        used = 0;
    }

    private byte[] first() {
        try {
            return blocks.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a workbook was compressed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of a workbook could not be compressed", e.getCause());
        }
    }

    private byte[] compressed(byte[] content, int length, boolean last) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(content, 0, length);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream(length / 4 + 64);
            byte[] buffer = new byte[1 << 14];
            int part;
            do {
                part = deflater.deflate(buffer, 0, buffer.length, last ? NO_FLUSH : SYNC_FLUSH);
                all.write(buffer, 0, part);
            } while (last ? !deflater.finished() : part == buffer.length);
            return all.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
