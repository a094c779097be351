package io.earshot.launch;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.jboss.logging.Logger;

/** The program: {@code earshot} serves, {@code earshot demo} serves with a shop and a finished workbook to look at. */
@QuarkusMain
public final class Earshot {
    private static final Logger LOG = Logger.getLogger("earshot");
    private static final String USAGE =
            """
            Usage: java -jar quarkus-run.jar [demo]
              (nothing)  serve what is stored, or start empty
              demo       also set up a small shop with prompts, and 2,800 people's answers with a finished report
            Settings: EARSHOT_DATA_DIR (./data), QUARKUS_HTTP_HOST (localhost), QUARKUS_HTTP_PORT (8080),
            QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD (a PostgreSQL of yours instead of the embedded one).""";

    Earshot() {}

    public static void main(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            say(System.out, USAGE);
            return;
        }
        if (!words.isEmpty() && !words.equals(List.of("demo"))) {
            say(System.err, "There is no command '" + String.join(" ", words) + "'.\n" + USAGE);
            System.exit(2);
        }
        try {
            Settings settings = Settings.read();
            HttpPort.refuseIfTaken(settings.host(), settings.port());
            if (!settings.hasDatabase()) {
                provideDatabase(settings);
            }
            provideEventLoops(settings);
        } catch (StartRefused refused) {
            say(System.err, "Earshot can't start. " + refused.getMessage());
            System.exit(1);
        }
        Quarkus.run(Service.class, arguments);
    }

    /** One for each processor, unless told otherwise; the framework's own two take turns, and each turn takes a while. */
    private static void provideEventLoops(Settings settings) {
        if (!settings.hasEventLoops()) {
            int processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(Settings.EVENT_LOOPS, Integer.toString(processors));
        }
    }

    private static void provideDatabase(Settings settings) {
        DataFolder folder = DataFolder.hold(settings.dataFolder());
        EmbeddedDatabase database = EmbeddedDatabase.start(folder.path());
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        LOG.infof("Data in %s (embedded PostgreSQL %s)", folder.path(), EmbeddedDatabase.MAJOR_VERSION);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder), "database-stop"));
    }

    /** Runs beside Quarkus's own shutdown, so it waits until nobody needs the database any more. */
    private static void stop(EmbeddedDatabase database, DataFolder folder) {
        try {
            Application service = Application.currentApplication();
            if (service != null && service.isStarted()) {
                service.awaitShutdown();
            }
            database.close();
            folder.close();
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL did not stop cleanly; the next start recovers it", e);
        }
    }

    private static void say(PrintStream stream, String text) {
        stream.println(text);
    }
}
