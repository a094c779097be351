package io.earshot.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The database server that a killed Earshot leaves running. The caller holds the data folder, so nobody else's it is. */
final class OrphanedServer {
    private static final Logger LOG = Logger.getLogger("earshot");
    private static final long PATIENCE_SECONDS = 60;

    private OrphanedServer() {}

    /**
     * Stops the server over this data folder if one runs, disconnecting its clients.
     *
     * @throws StartRefused if it does not stop
     */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> running =
                firstLine(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (running.isEmpty() || !isServerOf(data, running.get())) {
            // Left by a crash of the machine; its process number may be somebody else's by now.
            Files.delete(pidFile);
            return;
        }
        ProcessHandle orphan = running.get();
        LOG.infof("Stopping the database server that an earlier Earshot left behind (process %d)", orphan.pid());
        askToStop(orphan);
        try {
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused(
                    "The database server of an earlier Earshot (process " + orphan.pid() + ") does not stop within "
                            + PATIENCE_SECONDS + " seconds; stop it by hand, then start again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while waiting for an earlier database server to stop.", e);
        }
    }

    private static Optional<Long> firstLine(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf);
    }

    private static boolean isServerOf(Path data, ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(data.toString());
    }

    /** A fast shutdown is SIGINT, which Java can't send by itself; SIGTERM would wait for the last client to leave. */
    private static void askToStop(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }
}
