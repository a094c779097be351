package io.earshot.bench.service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Keeps a number of HTTP connections busy for a while: each sends its next request when the last one was answered. */
final class Connections {
    private Connections() {}

    /**
     * What came of it.
     *
     * @param latencies of every request, in nanoseconds, ascending
     * @param refused   how many were not answered with 200 or 201
     */
    record Outcome(double seconds, long[] latencies, int refused) {
        double perSecond() {
            return (latencies.length - refused) / seconds;
        }

        double milliseconds(double share) {
            return latencies.length == 0
                    ? Double.NaN
                    : latencies[(int) Math.min(latencies.length - 1, Math.floor(share * latencies.length))] / 1e6;
        }
    }

    /**
     * @param requests whole HTTP requests, asked for one at a time by one thread
     * @param perSecond how many to begin in a second at most, spread evenly; 0 for as many as can be
     */
    static Outcome run(int port, int connections, double seconds, double perSecond, Supplier<Buffer> requests)
            throws InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        long[] latencies = new long[4_000_000];
        AtomicInteger count = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        NetClient client = vertx.createNetClient();
        List<Future<NetSocket>> sockets = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            sockets.add(client.connect(port, "localhost"));
        }
        Future.all(sockets).toCompletionStage().toCompletableFuture().join();
        CountDownLatch open = new CountDownLatch(connections);
        // Not before all are connected, or what was due meanwhile would count as late.
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        AtomicLong next = new AtomicLong(begin);
        vertx.runOnContext(start -> {
            for (Future<NetSocket> socket : sockets) {
                new Caller(vertx, socket.result(), requests, latencies, count, refused, next, perSecond, end, open)
                        .send();
            }
        });
        open.await();
        double took = (System.nanoTime() - begin) / 1e9;
        vertx.close().toCompletionStage().toCompletableFuture().join();
        long[] all = Arrays.copyOf(latencies, count.get());
        Arrays.sort(all);
        return new Outcome(took, all, refused.get());
    }

    static Buffer request(String method, String path, String key, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Buffer.buffer(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .appendBytes(bytes);
    }

    /** One connection; all of it happens on the one event loop. */
    private static final class Caller {
        private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        private final Vertx vertx;
        private final NetSocket socket;
        private final Supplier<Buffer> requests;
        private final long[] latencies;
        private final AtomicInteger count;
        private final AtomicInteger refused;
        private final AtomicLong next;
        private final double perSecond;
        private final long end;
        private final CountDownLatch open;
        private Buffer received = Buffer.buffer();
        private long sentAt;

        Caller(
                Vertx vertx,
                NetSocket socket,
                Supplier<Buffer> requests,
                long[] latencies,
                AtomicInteger count,
                AtomicInteger refused,
                AtomicLong next,
                double perSecond,
                long end,
                CountDownLatch open) {
            this.vertx = vertx;
            this.socket = socket;
            this.requests = requests;
            this.latencies = latencies;
            this.count = count;
            this.refused = refused;
            this.next = next;
            this.perSecond = perSecond;
            this.end = end;
            this.open = open;
            socket.handler(this::receive);
        }

        void send() {
            long now = System.nanoTime();
            if (now >= end) {
                socket.close();
                open.countDown();
                return;
            }
            if (perSecond > 0) {
                // A request that is due while its connection is busy counts from when it was due, not from when it was
                // sent.
                long due = next.getAndAdd((long) (1e9 / perSecond));
                if (due > now) {
                    vertx.setTimer(
                            Math.max(1, (due - now) / 1_000_000), timer -> write(Math.max(due, System.nanoTime())));
                    return;
                }
                write(due);
                return;
            }
            write(now);
        }

        private void write(long since) {
            sentAt = since;
            socket.write(requests.get());
        }

        private void receive(Buffer part) {
            received.appendBuffer(part);
            byte[] bytes = received.getBytes();
            int head = indexOf(bytes);
            if (head < 0) {
                return;
            }
            String header = new String(bytes, 0, head, StandardCharsets.US_ASCII);
            int at = header.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
            int lineEnd = header.indexOf('\r', at);
            int length = at < 0
                    ? 0
                    : Integer.parseInt(header.substring(at + 15, lineEnd < 0 ? header.length() : lineEnd)
                            .strip());
            if (bytes.length < head + 4 + length) {
                return;
            }
            received = Buffer.buffer();
            if (!header.startsWith("HTTP/1.1 20")) {
                refused.incrementAndGet();
            }
            latencies[count.getAndIncrement()] = System.nanoTime() - sentAt;
            send();
        }

        private static int indexOf(byte[] bytes) {
            outer:
            for (int i = 0; i + 4 <= bytes.length; i++) {
                for (int j = 0; j < 4; j++) {
                    if (bytes[i + j] != HEAD_END[j]) {
                        continue outer;
                    }
                }
                return i;
            }
            return -1;
        }
    }
}
