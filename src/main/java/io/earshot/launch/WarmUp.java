package io.earshot.launch;

import io.earshot.dataset.SampleResponses;
import io.earshot.questionnaire.QuestionnaireRehearsal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks questionnaires and reads responses when nobody waits for it, because the first of each takes much longer than a later one: by
 * then the JVM has loaded what it needs and compiled what is used most.
 */
@Singleton
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    /** So that the start itself has the processors. */
    private static final Duration LATER = Duration.ofSeconds(2);

    private static final int ROWS = 1 << 16;

    private final QuestionnaireRehearsal checks;
    private final SampleResponses responses;
    private final WarmUpSettings settings;
    private @Nullable Thread thread;

    WarmUp(QuestionnaireRehearsal checks, SampleResponses responses, WarmUpSettings settings) {
        this.checks = checks;
        this.responses = responses;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.checks() + settings.readings() > 0) {
            Thread started = new Thread(this::run, "warm-up");
            started.setDaemon(true);
            started.setPriority(Thread.MIN_PRIORITY);
            started.start();
            thread = started;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            Thread.sleep(LATER.toMillis());
            for (int round = 0; round < settings.checks() && !isStopping(); round++) {
                checks.once();
            }
            for (int round = 0; round < settings.readings() && !isStopping(); round++) {
                responses.read(ROWS, WarmUp::isStopping);
            }
        } catch (InterruptedException stopping) {
            // Ends with the service.
        } catch (SQLException | RuntimeException e) {
            if (!isStopping()) {
                LOG.warnf(e, "the warm-up failed, which harms nothing but the speed of the first report");
            }
        }
    }

    private static boolean isStopping() {
        return Thread.currentThread().isInterrupted();
    }
}
