package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Proves that every acknowledged response is stored once and whole: many clients write, repeat and overtake themselves while
 * the service is killed with {@code kill -9} and PostgreSQL is stopped without notice. Prints its counts and ends with 1 if
 * one of them is wrong.
 */
final class ExactlyOnce {
    private static final String QUESTIONNAIRE =
            """
            {"name":"proof","title":"Proof","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"number","name":"mark","text":"A number"},
              {"type":"text","name":"words","text":"Words"}]}]}""";

    private static final int SERVICE_KILLS = 5;
    private static final int DATABASE_RESTARTS = 2;
    private static final double REPEATED = 0.1;
    private static final double OVERTAKEN = 0.1;
    private static final int LAST = 3;

    private final int responses;
    private final int clients;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong overtaken = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private final AtomicLong comeAgain = new AtomicLong();

    private ExactlyOnce(int responses, int clients, PrintStream out) {
        this.responses = responses;
        this.clients = clients;
        this.out = out;
    }

    /** @param arguments how many responses (100,000 if absent), from how many clients (200 if absent) */
    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        if (!new ExactlyOnce(responses, clients, System.out).holds()) {
            System.exit(1);
        }
    }

    /** A response and the highest sequence that was acknowledged. */
    private record Acknowledged(UUID id, int sequence) {}

    private boolean holds() throws IOException, InterruptedException, SQLException {
        try (Stand stand = new Stand("-Xmx256m")) {
            stand.startNode();
            String questionnaire = stand.publish("proof", QUESTIONNAIRE);
            List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
            List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Random random = new Random(i);
                Thread client = new Thread(() -> {
                    try (HttpConnection connection = new HttpConnection(stand.port(0), Stand.KEY)) {
                        while (begun.incrementAndGet() <= responses) {
                            acknowledged.add(respond(connection, questionnaire, random));
                        }
                    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
                        failures.add(failure);
                    }
                });
                client.start();
                threads.add(client);
            }
            int[] done = disturb(stand, threads);
            for (Thread client : threads) {
                client.join();
            }
            failures.forEach(failure -> out.println("a client failed: " + failure));
            out.printf(
                    "%,d responses by %d clients in %,d writes, of which %,d repeated and %,d overtaken by a later one;"
                            + " %,d tries were lost, %,d told to come again%n",
                    acknowledged.size(),
                    clients,
                    sent.get(),
                    repeated.get(),
                    overtaken.get(),
                    retried.get(),
                    comeAgain.get());
            out.printf("service killed %d times, PostgreSQL stopped at once %d times%n", done[0], done[1]);
            return failures.isEmpty()
                    && acknowledged.size() == responses
                    && done[0] == SERVICE_KILLS
                    && done[1] == DATABASE_RESTARTS
                    && check(stand, acknowledged);
        }
    }

    /** Kills and restarts, spread over the run. @return how many of each */
    private int[] disturb(Stand stand, List<Thread> clients) throws IOException, InterruptedException {
        int[] done = new int[2];
        int events = SERVICE_KILLS + DATABASE_RESTARTS;
        for (int event = 1; event <= events; event++) {
            int due = (int) ((long) responses * event / (events + 1));
            while (begun.get() < due && clients.stream().anyMatch(Thread::isAlive)) {
                Thread.sleep(20);
            }
            if (event % 3 == 0) {
                stand.restartDatabase();
                done[1]++;
            } else {
                stand.kill(0);
                stand.restart(0);
                done[0]++;
            }
        }
        return done;
    }

    /** Writes one response in three steps, some of them twice and some of them late. */
    private Acknowledged respond(HttpConnection connection, String questionnaire, Random random)
            throws IOException, InterruptedException {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        List<Integer> steps = new ArrayList<>();
        for (int sequence = 1; sequence <= LAST; sequence++) {
            steps.add(sequence);
            if (random.nextDouble() < REPEATED) {
                steps.add(sequence);
                repeated.incrementAndGet();
            }
        }
        for (int i = 1; i < steps.size(); i++) {
            if (random.nextDouble() < OVERTAKEN) {
                Collections.swap(steps, i - 1, i);
                overtaken.incrementAndGet();
            }
        }
        int highest = 0;
        for (int sequence : steps) {
            write(connection, id, sequence, questionnaire);
            highest = Math.max(highest, sequence);
        }
        return new Acknowledged(id, highest);
    }

    /** Sends it until it is acknowledged. */
    private void write(HttpConnection connection, UUID id, int sequence, String questionnaire)
            throws IOException, InterruptedException {
        String body =
                """
                {"respondent":"r-%s","questionnaire":{"id":"%s","version":1},"sequence":%d,"status":"%s","answers":\
                {"mark":%d,"words":"%s"}}"""
                        .formatted(
                                id,
                                questionnaire,
                                sequence,
                                sequence == LAST ? "complete" : "partial",
                                mark(id, sequence),
                                words(id, sequence));
        sent.incrementAndGet();
        while (true) {
            try {
                int status = connection.send("PUT", "/v1/client/responses/" + id, body);
                if (status == 200 || status == 201) {
                    return;
                }
                if (status != 503 && status != 500) {
                    throw new IllegalStateException("answered " + status + ": " + connection.lastBody());
                }
                comeAgain.incrementAndGet();
            } catch (IOException lost) {
                retried.incrementAndGet();
            }
            Thread.sleep(50);
        }
    }

    private static int mark(UUID id, int sequence) {
        return Math.floorMod(31 * id.hashCode() + sequence * 7919, 1_000_000);
    }

    private static String words(UUID id, int sequence) {
        return ("step " + sequence + " of " + id + " ")
                .repeat(1 + Math.floorMod(id.hashCode(), 8))
                .strip();
    }

    private boolean check(Stand stand, List<Acknowledged> acknowledged) throws IOException, SQLException {
        Map<UUID, Integer> open = new HashMap<>();
        acknowledged.forEach(one -> open.put(one.id(), one.sequence()));
        long twice = 0;
        long older = 0;
        long half = 0;
        long unasked = 0;
        long rows = 0;
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, sequence, status, answers from response")) {
            java.util.Set<UUID> seen = new java.util.HashSet<>();
            while (row.next()) {
                rows++;
                UUID id = row.getObject("id", UUID.class);
                int sequence = row.getInt("sequence");
                Integer highest = open.remove(id);
                twice += seen.add(id) ? 0 : 1;
                unasked += highest == null ? 1 : 0;
                older += highest != null && sequence < highest ? 1 : 0;
                JsonNode answers = json.readTree(row.getString("answers"));
                boolean whole = answers.path("mark").asInt(-1) == mark(id, sequence)
                        && answers.path("words").asText().equals(words(id, sequence))
                        && row.getString("status").equals(sequence == LAST ? "complete" : "partial");
                half += whole ? 0 : 1;
            }
        }
        out.printf(
                "%,d rows: %d acknowledged ones are missing, %d are there twice, %d are older than what was acknowledged, %d are"
                        + " not whole, %d were never sent%n",
                rows, open.size(), twice, older, half, unasked);
        return open.isEmpty() && twice + older + half + unasked == 0;
    }
}
