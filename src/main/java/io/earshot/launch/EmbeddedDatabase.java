package io.earshot.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The PostgreSQL that Earshot brings along: a real server with its data in a folder, kept between starts. It is for one
 * machine; with a JDBC URL configured it is not started.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The major version of the binaries in the package; a data folder of another one can't be opened by them. */
    static final String MAJOR_VERSION = "18";

    private static final Duration START_WAIT = Duration.ofMinutes(2);
    private static final String USER = "postgres";

    private static final int LEAST_SHARED = 128;
    private static final int MOST_SHARED = 512;

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server, and makes its data folder the first time. A server left over from a killed Earshot is stopped
     * first; PostgreSQL itself then recovers what had been committed.
     *
     * @param folder where {@code postgres} (data), {@code postgres-binaries}, {@code postgres.log} and the password go; the
     *     caller makes sure that nobody else uses it
     * @throws StartRefused if the data are of another PostgreSQL version or the server does not start
     */
    public static EmbeddedDatabase start(Path folder) {
        Path data = folder.resolve("postgres");
        Path unfinished = folder.resolve("postgres.unfinished");
        File log = folder.resolve("postgres.log").toFile();
        try {
            refuseOtherVersion(data);
            OrphanedServer.stop(data);
            discardUnfinished(data, unfinished);
            boolean first = !Files.exists(data);
            if (first) {
                Files.createFile(unfinished);
            }
            String password = password(folder.resolve("postgres.password"));
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgres-binaries").toFile())
                    .setPGStartupWait(START_WAIT)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                    // The library is made for tests and trades durability for speed; Earshot keeps what it
                    // acknowledged.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // Keys are drawn at random, so that every insert touches another page: pages kept in memory and few
                    // checkpoints, each of which makes the log repeat whole pages, keep writing as fast when tables are
                    // large.
                    .setServerConfig("shared_buffers", sharedMegabytes(memory()) + "MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    .setServerConfig("wal_compression", "on")
                    // A new piece of the log is filled with zeros while everybody waits: 50 ms for 16 MB. An option of
                    // initdb, so a data folder keeps what it was made with.
                    .setLocaleConfig("wal-segsize", "4")
                    .setServerConfig("listen_addresses", "localhost")
                    .setConnectConfig("password", password)
                    .start();
            EmbeddedDatabase database = new EmbeddedDatabase(server, password);
            database.askForPasswords(data.resolve("pg_hba.conf"));
            Files.deleteIfExists(unfinished);
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL did not start (" + e.getMessage() + "); " + log
                            + " says why. Earshot can also use a PostgreSQL of yours: set QUARKUS_DATASOURCE_JDBC_URL.",
                    e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server after it has written everything; clients are disconnected. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    /**
     * How much PostgreSQL keeps of its pages: a sixteenth of the memory there is, so that a small machine has room for the rest and
     * on a larger one most of the index that is written at random stays in memory for some ten million responses.
     *
     * @param bytes of the machine, or of the container
     */
    static long sharedMegabytes(long bytes) {
        return Math.max(LEAST_SHARED, Math.min(MOST_SHARED, bytes / 16 >> 20));
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static void refuseOtherVersion(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new StartRefused("The data folder " + data + " was made by PostgreSQL " + found
                        + ", and this Earshot brings PostgreSQL " + MAJOR_VERSION
                        + "; move it with pg_upgrade or a dump (docs/how-to/upgrade-the-database.md), or name another"
                        + " folder with EARSHOT_DATA_DIR.");
            }
        }
    }

    /** A first start that was cut short leaves half a data folder, in which nobody has stored anything yet. */
    private static void discardUnfinished(Path data, Path unfinished) throws IOException {
        if (!Files.exists(unfinished)) {
            return;
        }
        if (Files.exists(data)) {
            try (Stream<Path> tree = Files.walk(data)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.delete(unfinished);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, OwnerOnly.file(file));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file, UTF_8).strip();
    }

    /** The library lets every local user in; from the first start on, PostgreSQL asks for the password. */
    private void askForPasswords(Path accessRules) throws SQLException, IOException {
        String rules = Files.readString(accessRules);
        if (!rules.contains("trust")) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // Rounds of hashing make guessing slow. Nobody guesses 24 random bytes, and each new connection would go
            // through them.
            statement.execute("set scram_iterations = 1");
            statement.execute("alter user " + USER + " password '" + password + "'");
            Files.writeString(accessRules, "local all all scram-sha-256\nhost all all localhost scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }
}
