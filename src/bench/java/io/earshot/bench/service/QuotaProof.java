package io.earshot.bench.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Proves that quotas are filled exactly and never passed: many clients on two nodes complete more responses than there are
 * places. Prints its counts and ends with 1 if a cell has one more or one less than its limit.
 */
final class QuotaProof {
    private static final int CLIENTS = 64;
    private static final int NODES = 2;
    private static final double MORE_THAN_PLACES = 1.3;

    private final int limit;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    private QuotaProof(int limit, PrintStream out) {
        this.limit = limit;
        this.out = out;
    }

    /** @param arguments places of each cell (20 if absent) */
    public static void main(String[] arguments) throws Exception {
        int limit = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        if (!new QuotaProof(limit, System.out).holds()) {
            System.exit(1);
        }
    }

    private boolean holds() throws IOException, InterruptedException, SQLException {
        boolean exact = true;
        try (Stand stand = new Stand("-Xmx256m")) {
            for (int node = 0; node < NODES; node++) {
                stand.startNode();
            }
            for (int cells : new int[] {7, 100, 1000}) {
                String questionnaire = stand.publish("quotas-" + cells, questionnaire(cells));
                complete(stand, questionnaire, cells);
                exact &= check(stand, questionnaire, cells);
            }
        }
        return exact;
    }

    private String questionnaire(int cells) {
        List<String> quotas = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            quotas.add("{\"name\":\"c%d\",\"if\":{\"==\":[{\"var\":\"cell\"},%d]},\"limit\":%d}"
                    .formatted(cell, cell, limit));
        }
        return "{\"name\":\"quotas\",\"title\":\"Quotas\",\"defaultLanguage\":\"en\",\"hidden\":[{\"name\":\"cell\",\"type\":\"number\"}],"
                + "\"quotas\":[" + String.join(",", quotas) + "],\"pages\":[{\"name\":\"p1\",\"elements\":["
                + "{\"type\":\"yes_no\",\"name\":\"well\",\"text\":\"Are you well?\"}]}]}";
    }

    /** Every cell is asked for more places than it has, in any order, each client by a node of its own choice each time. */
    private void complete(Stand stand, String questionnaire, int cells) throws InterruptedException {
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < cells * limit * MORE_THAN_PLACES; i++) {
            asked.add(i % cells);
        }
        Collections.shuffle(asked, new Random(cells));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int node = i % NODES;
            Thread client = new Thread(() -> {
                try (HttpConnection connection = new HttpConnection(stand.port(node), Stand.KEY)) {
                    for (int at = next.getAndIncrement(); at < asked.size(); at = next.getAndIncrement()) {
                        boolean place = complete(connection, questionnaire, asked.get(at));
                        (place ? accepted : refused).incrementAndGet();
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            client.join();
        }
        out.printf(
                "%,5d cells of %d places: %,d completed, of which %,d were told that they found a place and %,d that they did not%n",
                cells, limit, asked.size(), accepted.get(), refused.get());
    }

    private boolean complete(HttpConnection connection, String questionnaire, int cell) throws IOException {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        String body =
                """
                {"respondent":"r-%s","questionnaire":{"id":"%s","version":1},"sequence":1,"status":"complete","answers":\
                {"cell":%d,"well":"yes"}}"""
                        .formatted(id, questionnaire, cell);
        int status = connection.send("PUT", "/v1/client/responses/" + id, body);
        if (status != 201) {
            throw new IllegalStateException("answered " + status + ": " + connection.lastBody());
        }
        return json.readTree(connection.lastBody()).path("quotaFull").isEmpty();
    }

    private boolean check(Stand stand, String questionnaire, int cells) throws SQLException {
        String sql =
                """
                select count(*) as cells, sum(filled) as filled, max(abs(filled - %1$d)) as off_by,
                    (select max(abs(n - %1$d)) from (select answers ->> 'cell', count(*) as n from response
                        where questionnaire_id = '%2$s' and over_quota = '{}' group by 1) as stored) as stored_off_by
                from quota_cell where owner_id = '%2$s'"""
                        .formatted(limit, questionnaire);
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            out.printf(
                    "      %,d places filled in %,d cells; the worst cell is off by %d, the worst count of stored ones by %d%n",
                    row.getInt("filled"), row.getInt("cells"), row.getInt("off_by"), row.getInt("stored_off_by"));
            return row.getInt("cells") == cells && row.getInt("off_by") == 0 && row.getInt("stored_off_by") == 0;
        }
    }
}
