package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.launch.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database server and the packaged service over it, in a folder of their own; both can be killed and started again. */
final class Stand implements AutoCloseable {
    static final String SECRET = "sk_bench_0123456789abcdefghij";
    static final String KEY = "pk_bench_0123456789abcdefghij";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> jvm;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedDatabase database;
    private final List<Process> services = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    /** @param jvm options of the service's JVM, such as {@code -Xmx256m} */
    Stand(String... jvm) throws IOException {
        this.folder = Files.createTempDirectory("earshot-bench");
        this.jvm = List.of(jvm);
        this.database = EmbeddedDatabase.start(folder);
    }

    /** The same, with what {@code -Dbench.jvm} asks for besides, such as a recording for a profiler. */
    static Stand measured(String heap) throws IOException {
        return new Stand(Stream.concat(
                        Stream.of(heap),
                        Stream.of(System.getProperty("bench.jvm", "").split(" ")))
                .filter(option -> !option.isBlank())
                .toArray(String[]::new));
    }

    /** Starts one more node of the service, and waits until it is ready. */
    void startNode() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0)) {
            ports.add(socket.getLocalPort());
        }
        services.add(launch(ports.size() - 1));
        awaitReady(ports.size() - 1);
    }

    int port(int node) {
        return ports.get(node);
    }

    /** Ends a node as a power cut would. */
    void kill(int node) throws InterruptedException {
        services.get(node).destroyForcibly().waitFor();
    }

    void restart(int node) throws IOException, InterruptedException {
        services.set(node, launch(node));
        awaitReady(node);
    }

    long residentKilobytes(int node) throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/" + services.get(node).pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** The most that the process ever had in memory. */
    long mostResidentKilobytes(int node) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid(node) + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** What the process has taken of the processors so far. */
    double processorSeconds(int node) {
        return ProcessTime.of(pid(node));
    }

    /** What PostgreSQL has taken of the processors so far. */
    double databaseProcessorSeconds() throws IOException {
        String postmaster = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessTime.withChildren(Long.parseLong(postmaster));
    }

    long pid(int node) {
        return services.get(node).pid();
    }

    /** Stops PostgreSQL at once, without a word to its clients, and starts it again on the same port. */
    void restartDatabase() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                postgres("pg_ctl").toString(),
                "-D",
                folder.resolve("postgres").toString(),
                "-m",
                "immediate",
                "-w",
                "-l",
                folder.resolve("postgres.log").toString(),
                "restart"));
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run for root; in a namespace of its own it does not see that it is.
            command.addAll(0, List.of("unshare", "-U"));
        }
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("restart.log").toFile())
                .start();
        if (restart.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("restart.log")));
        }
    }

    /** One of the programs that come with the embedded PostgreSQL. */
    private Path postgres(String program) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("postgres-binaries"))) {
            return files.filter(file -> file.endsWith(Path.of("bin", program)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    EmbeddedDatabase database() {
        return database;
    }

    /** Calls the management API of the first node. */
    JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port(0) + path))
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Publishes a questionnaire. @return its id */
    String publish(String name, String content) throws IOException, InterruptedException {
        JsonNode body = json.createObjectNode().put("name", name).set("content", json.readTree(content));
        String id =
                call("POST", "/v1/questionnaires", body.toString()).get("id").asText();
        call("POST", "/v1/questionnaires/" + id + "/publish", "");
        return id;
    }

    private Process launch(int node) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        // Without memory it is no use half alive: the proofs should see it end.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of(
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("service-" + node + ".log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT", Integer.toString(ports.get(node)),
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                        "EARSHOT_SECRET_TOKEN", SECRET,
                        "EARSHOT_PUBLISHABLE_KEY", KEY,
                        "EARSHOT_ADMIN_PASSWORD", "bench-bench-bench"));
        return builder.start();
    }

    private void awaitReady(int node) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + ports.get(node) + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (Instant.now().isBefore(end)) {
            if (!services.get(node).isAlive()) {
                break;
            }
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // What waiting is about.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "node " + node + " did not start:\n" + Files.readString(folder.resolve("service-" + node + ".log")));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Process service : services) {
            service.destroyForcibly().waitFor();
        }
        database.close();
        delete(folder);
    }

    /** Deletes the columns kept by reports, so that the next one reads PostgreSQL. */
    void forgetColumns() throws IOException {
        delete(folder.resolve("data/columns"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
