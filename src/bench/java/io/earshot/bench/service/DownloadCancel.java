package io.earshot.bench.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Measures how soon the service stops working for a client that hangs up amid a file: at moments spread over the file's making, and
 * once having stopped to read before. What counts is when the file's place is free for the next, or its query is over. Ends with 1
 * if it ever takes longer than a second.
 */
final class DownloadCancel {
    private static final int RESPONSES = 300_000;
    private static final int TIMES = 10;
    private static final double MOST_SECONDS = 1;
    private static final long PATIENCE = 120_000_000_000L;
    /** Of ReportData, which makes so many files at once. */
    private static final int PLACES_OF_DATA = 2;

    private final Stand stand;
    private final Connection database;
    private final int times;
    private final String only;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean holds = true;

    private DownloadCancel(Stand stand, Connection database, int times, String only, PrintStream out) {
        this.stand = stand;
        this.database = database;
        this.times = times;
        this.only = only;
        this.out = out;
    }

    /** @param arguments how many responses (300,000 if absent), how often each file is given up (10 if absent), which one (all if absent) */
    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RESPONSES;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TIMES;
        String only = arguments.length > 2 ? arguments[2] : "";
        if (!holds(responses, times, only, System.out)) {
            System.exit(1);
        }
    }

    private static boolean holds(int responses, int times, String only, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        try (Stand stand = new Stand("-Xmx1g", "-Dearshot.exports.at-once=1");
                Connection database = stand.connect()) {
            stand.startNode();
            return new DownloadCancel(stand, database, times, only, out).holds(responses);
        }
    }

    /** Whether the service has stopped. */
    private interface Stopped {
        boolean look() throws IOException, InterruptedException, SQLException;
    }

    private boolean holds(int responses) throws IOException, InterruptedException, SQLException {
        ReportRuns reports = new ReportRuns(stand, database);
        String large = reports.questionnaire(responses);
        String small = reports.questionnaire(10);
        UUID whole = reports.request(0, large, "everything");
        reports.await(whole, row -> row.status().equals("done"));
        UUID other = reports.request(0, small, "topline");
        reports.await(other, row -> row.status().equals("done"));
        out.printf("%,d responses; each file given up %d times, and %d times unread%n", responses, times, 2);
        out.printf("%-18s %10s %10s %10s%n", "", "whole, s", "median, s", "longest, s");
        for (String kind : List.of("ndjson", "csv", "xlsx")) {
            measure(
                    "responses." + kind,
                    "/v1/questionnaires/" + large + "/responses." + kind,
                    1,
                    () -> status("/v1/questionnaires/" + small + "/responses.ndjson") == 200);
        }
        for (String file : List.of("data.csv", "data.sav")) {
            measure(
                    file,
                    "/v1/reports/" + whole + "/" + file,
                    PLACES_OF_DATA,
                    () -> status("/v1/reports/" + other + "/data.R") == 200);
        }
        measure("workbook", "/v1/reports/" + whole + "/workbook", 1, () -> queries("report_chunk") == 0);
        return holds;
    }

    private void measure(String name, String path, int clients, Stopped stopped)
            throws IOException, InterruptedException, SQLException {
        if (!name.startsWith(only)) {
            return;
        }
        double seconds = Double.MAX_VALUE;
        for (int run = 0; run < 2; run++) {
            seconds = Math.min(seconds, read(path));
        }
        double[] taken = new double[times + 2];
        for (int time = 0; time < taken.length; time++) {
            boolean reading = time < times;
            taken[time] = givenUp(path, clients, reading, reading ? seconds * (time + 0.2) / times : seconds, stopped);
        }
        Arrays.sort(taken);
        double longest = taken[taken.length - 1];
        out.printf("%-18s %10.2f %10.2f %10.2f%n", name, seconds, taken[taken.length / 2], longest);
        holds &= longest <= MOST_SECONDS;
    }

    /** Seconds that reading all of it takes. */
    private double read(String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (InputStream body =
                http.send(to(path), HttpResponse.BodyHandlers.ofInputStream()).body()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private double givenUp(String path, int clients, boolean reading, double after, Stopped stopped)
            throws IOException, InterruptedException, SQLException {
        List<Socket> sockets = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            sockets.add(asking(path));
        }
        long end = System.nanoTime() + Math.round(after * 1e9);
        List<Thread> readers = new ArrayList<>();
        for (Socket socket : sockets) {
            Thread reader = new Thread(() -> readUntil(socket, end, reading));
            reader.start();
            readers.add(reader);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        long begun = System.nanoTime();
        for (Socket socket : sockets) {
            socket.close();
        }
        while (!stopped.look()) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException(path + " goes on for nobody");
            }
            Thread.sleep(2);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void readUntil(Socket socket, long end, boolean reading) {
        byte[] buffer = new byte[1 << 14];
        try {
            socket.setSoTimeout(10);
            while (System.nanoTime() < end) {
                if (!reading) {
                    Thread.sleep(10);
                } else if (!someRead(socket, buffer)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean someRead(Socket socket, byte[] buffer) throws IOException {
        try {
            return socket.getInputStream().read(buffer) >= 0;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        }
    }

    private Socket asking(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 14);
        socket.connect(new InetSocketAddress("localhost", stand.port(0)));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Stand.SECRET
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(to(path), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private int queries(String about) throws SQLException {
        String sql =
                "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and state <> 'idle' and query like '%"
                        + about + "%'";
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private HttpRequest to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(0) + path))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .build();
    }
}
