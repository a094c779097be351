package io.earshot.testing;

import io.earshot.launch.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Puts the embedded PostgreSQL under the service that is tested: one server a test run, an empty database each time that
 * Quarkus starts. Applies to every {@code @QuarkusTest} (see {@link UsesDatabase}).
 */
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable EmbeddedDatabase server;

    @Override
    public Map<String, String> start() {
        EmbeddedDatabase running = server();
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create " + name, e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                running.jdbcUrl().replaceFirst("/postgres$", "/" + name),
                "quarkus.datasource.username",
                running.user(),
                "quarkus.datasource.password",
                running.password());
    }

    /** The server goes on until the test run ends: the next Quarkus start takes another database on it. */
    @Override
    public void stop() {}

    private static synchronized EmbeddedDatabase server() {
        EmbeddedDatabase running = server;
        if (running == null) {
            try {
                Path folder = Files.createTempDirectory("earshot-test");
                running = EmbeddedDatabase.start(folder);
                server = running;
                EmbeddedDatabase last = running;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(last, folder)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    private static void end(EmbeddedDatabase database, Path folder) {
        try {
            database.close();
            try (var tree = Files.walk(folder)) {
                tree.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
