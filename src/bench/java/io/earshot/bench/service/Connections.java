package io.earshot.bench.service;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Keeps a number of HTTP connections busy for a while: each sends its next request when the last one was answered. One thread that
 * does little besides reading and writing, since it has its processor from what is measured.
 */
final class Connections implements AutoCloseable {
    private static final int LONGEST_REQUEST = 1 << 14;
    private static final int MOST_ANSWERS = 4_000_000;

    private final Selector selector;
    private final List<Caller> callers = new ArrayList<>();
    private final Deque<Caller> free = new ArrayDeque<>();
    private final Requests requests;
    private final ByteBuffer request = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final long[] latencies = new long[MOST_ANSWERS];
    private int answers;
    private int refused;

    private Connections(int port, int count, Requests requests) throws IOException {
        this.selector = Selector.open();
        this.requests = requests;
        for (int i = 0; i < count; i++) {
            Caller caller = new Caller(port);
            callers.add(caller);
            free.add(caller);
        }
    }

    /** Whole HTTP requests, asked for one at a time by one thread. */
    interface Requests {
        void next(ByteBuffer into);
    }

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

    /** @param perSecond how many to begin in a second at most, spread evenly; 0 for as many as can be */
    static Outcome run(int port, int count, double seconds, double perSecond, Requests requests) throws IOException {
        try (Connections connections = new Connections(port, count, requests)) {
            return connections.run(seconds, perSecond);
        }
    }

    static byte[] request(String method, String path, String key, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
        return ByteBuffer.allocate(head.length() + content.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    /** The clock starts here, when all are connected, or what was due meanwhile would count as late. */
    private Outcome run(double seconds, double perSecond) throws IOException {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long between = perSecond > 0 ? (long) (1e9 / perSecond) : 0;
        long due = begin;
        for (long now = begin; now < end || free.size() < callers.size(); now = System.nanoTime()) {
            while (!free.isEmpty() && now < end && (between == 0 || due <= now)) {
                // A request that was due while all connections were busy counts from when it was due.
                free.pop().send(between == 0 ? now : due);
                due += between;
            }
            // To the millisecond: what is due earlier is sent then and counts from when it was due.
            if (between > 0 && now < end && !free.isEmpty()) {
                selector.select(this::receive, Math.max(1, (due - now) / 1_000_000));
            } else {
                selector.select(this::receive);
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] all = Arrays.copyOf(latencies, answers);
        Arrays.sort(all);
        return new Outcome(took, all, refused);
    }

    private void receive(SelectionKey key) {
        Caller caller = (Caller) key.attachment();
        try {
            if (caller.hasAnswer()) {
                latencies[answers++] = System.nanoTime() - caller.since;
                refused += caller.wasTaken() ? 0 : 1;
                caller.received.clear();
                free.add(caller);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a connection broke", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Caller caller : callers) {
            caller.channel.close();
        }
        selector.close();
    }

    private final class Caller {
        private static final String LENGTH = "content-length:";
        private static final int STATUS = "HTTP/1.1 ".length();

        private final SocketChannel channel;
        private final ByteBuffer received = ByteBuffer.allocate(1 << 13);
        private long since;

        Caller(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(long from) throws IOException {
            since = from;
            requests.next(request.clear());
            request.flip();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** Whether the answer has come whole; reads what there is of it. */
        boolean hasAnswer() throws IOException {
            if (channel.read(received) < 0) {
                throw new EOFException("the service hung up");
            }
            int body = body();
            return body >= 0 && received.position() - body >= length(body);
        }

        boolean wasTaken() {
            return received.get(STATUS) == '2' && received.get(STATUS + 1) == '0';
        }

        /** Where the body begins; negative if the head has not come whole. */
        private int body() {
            byte[] bytes = received.array();
            for (int at = 4; at <= received.position(); at++) {
                if (bytes[at - 1] == '\n' && bytes[at - 2] == '\r' && bytes[at - 3] == '\n') {
                    return at;
                }
            }
            return -1;
        }

        private int length(int body) {
            byte[] bytes = received.array();
            for (int at = 0; at < body - LENGTH.length(); at++) {
                if (isLength(bytes, at)) {
                    int value = at + LENGTH.length();
                    int length = 0;
                    for (; bytes[value] != '\r'; value++) {
                        length = bytes[value] == ' ' ? length : 10 * length + bytes[value] - '0';
                    }
                    return length;
                }
            }
            return 0;
        }

        private static boolean isLength(byte[] bytes, int from) {
            for (int i = 0; i < LENGTH.length(); i++) {
                if (Character.toLowerCase(bytes[from + i]) != LENGTH.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
