package io.earshot.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The packaged program in a folder of its own, as an operator has it. */
final class Program {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final int port;

    Program(Path home) throws IOException {
        this.home = home;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        Path jar = Path.of(System.getProperty("project.basedir"), "target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        return builder.start();
    }

    Process startAndAwait(Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            assertThat(process.isAlive()).as(output()).isTrue();
            if (answers()) {
                return process;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not ready within " + PATIENCE + ":\n" + output());
    }

    /** Asks it to end, as a service manager does. */
    static void stop(Process process) throws InterruptedException {
        process.destroy();
        ended(process);
    }

    /** Waits for its end. @return the exit code */
    static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    RequestSpecification management(String secret) {
        return RestAssured.given().port(port).auth().oauth2(secret).contentType("application/json");
    }

    RequestSpecification visitor() {
        return RestAssured.given().port(port);
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** Waits until the demo's workbook is finished. */
    void awaitDemo() throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!visitor().get("/demo/config.json").asString().contains("\"workbook\":true")) {
            assertThat(Instant.now()).as(output()).isBefore(end);
            Thread.sleep(200);
        }
    }

    /** All that it has printed in this folder so far. */
    String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database server over this folder's data, whoever started it. */
    Optional<ProcessHandle> databaseServer() throws IOException {
        Path pidFile = home.resolve("data/postgres/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                .filter(ProcessHandle::isAlive);
    }

    private boolean answers() {
        try {
            return visitor().get("/health/ready").statusCode() == 200;
        } catch (Exception refused) {
            // What waiting is about; after PATIENCE it is told with all that was printed.
            return false;
        }
    }

    private Path log() {
        return home.resolve("output.log");
    }
}
