package io.earshot.questionnaire;

import io.earshot.questionnaire.check.QuestionnaireCheck;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reviews the templates when nobody waits for it, because the first review of a large questionnaire takes many times as long
 * as a later one: by then the JVM has loaded what it needs and compiled what is used most.
 */
@Singleton
class WarmUp {
    /** So that the start itself has the processors. */
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Templates templates;
    private final QuestionnaireCheck check;
    private final CheckSettings settings;
    private @Nullable Thread thread;

    WarmUp(Templates templates, QuestionnaireCheck check, CheckSettings settings) {
        this.templates = templates;
        this.check = check;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.warmUpRounds() > 0) {
            Thread started = new Thread(this::run, "check-warm-up");
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
            for (int round = 0; round < settings.warmUpRounds(); round++) {
                for (String name : templates.names()) {
                    if (Thread.interrupted()) {
                        return;
                    }
                    review(templates.content(name).toString());
                }
            }
        } catch (InterruptedException stopping) {
            // Ends with the service.
        }
    }

    /** Goes the way of a draft that is sent, checked and published. */
    private void review(String json) {
        String stored = QuestionnaireBody.content(json.getBytes(StandardCharsets.UTF_8));
        check.review(QuestionnaireJson.tree(stored));
    }
}
