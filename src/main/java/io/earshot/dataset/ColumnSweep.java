package io.earshot.dataset;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Deletes kept ranges of which a response was erased, or changed where it stands, though no report may ever ask for them again, and
 * those that nobody has used for long. On every node, since each keeps its own.
 */
@ApplicationScoped
class ColumnSweep {
    private static final Logger LOG = Logger.getLogger(ColumnSweep.class);

    private final ColumnFolder folder;
    private final ColumnSettings settings;
    private final AgroalDataSource database;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "earshot-columns-sweep");
        thread.setDaemon(true);
        return thread;
    });
    // Everything before this transaction has been looked at.
    private long swept;

    ColumnSweep(ColumnFolder folder, ColumnSettings settings, AgroalDataSource database, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        long every = settings.sweepEvery().toMillis();
        timer.scheduleWithFixedDelay(this::tryToSweep, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void tryToSweep() {
        try {
            sweep();
        } catch (SQLException | UncheckedIOException | IllegalStateException e) {
            LOG.warnf("kept columns could not be looked through, which is tried again: %s", e);
        }
    }

    synchronized void sweep() throws SQLException {
        try (Connection connection = database.getConnection()) {
            long horizon = ResponseDataset.horizon(connection);
            String of = DatabaseHistory.of(connection);
            Instant unused = clock.instant().minus(settings.unused());
            for (Path questionnaire : KeptRanges.files(folder.path())) {
                for (Path selection : KeptRanges.files(questionnaire)) {
                    KeptRanges.sweep(selection, of, unused, connection, swept);
                }
            }
            swept = horizon;
        }
    }
}
