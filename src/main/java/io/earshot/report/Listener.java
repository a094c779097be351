package io.earshot.report;

import io.earshot.dataset.Watch;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Who waits for a file that takes long to make. When they hang up, the work for them ends at its next look, also where nothing was
 * sent yet and so no write could fail.
 */
final class Listener {
    private final HttpServerResponse answer;

    private Listener(HttpServerResponse answer) {
        this.answer = answer;
    }

    /** The client of a request that is being answered. */
    static Listener of(RoutingContext request) {
        return new Listener(request.response());
    }

    /** What is made for a listener. */
    interface Work {
        void run() throws IOException;
    }

    /** Works until it is done or nobody listens any more, in which case it returns early and quietly. */
    void serve(Work work) throws IOException {
        try {
            Watch.<Boolean, IOException>over(this::check, () -> {
                work.run();
                return true;
            });
        } catch (Gone e) {
            // There is nobody to tell.
        } catch (IOException | UncheckedIOException e) {
            // Hanging up is no incident.
            if (!answer.closed()) {
                throw e;
            }
        }
    }

    private void check() {
        if (answer.closed()) {
            throw new Gone();
        }
    }

    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gone() {
            super("the client has gone away", null, false, false);
        }
    }
}
