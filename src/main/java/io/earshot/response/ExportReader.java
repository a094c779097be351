package io.earshot.response;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who reads an export. When they hang up, the query for them ends, also one that has not found anything to send yet, and what
 * was being made ends with {@link Gone}. Writes don't tell: they succeed long after the client has gone.
 */
final class ExportReader {
    private static final Logger LOG = Logger.getLogger(ExportReader.class);

    /** Between two looks at whether somebody waits for what the query has not found yet, in milliseconds. */
    private static final long LOOK = 200;

    private final Vertx vertx;
    private final HttpServerResponse answer;
    private @Nullable Statement query;

    private ExportReader(Vertx vertx, HttpServerResponse answer) {
        this.vertx = vertx;
        this.answer = answer;
    }

    /** The client of a request that is being answered. */
    static ExportReader of(RoutingContext request) {
        return new ExportReader(request.vertx(), request.response());
    }

    /** That nobody reads any more is no failure of ours, and is told apart from one. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gone() {
            super("the reader of an export went away", null, false, false);
        }
    }

    /** What an export does. */
    interface Work {
        void run() throws IOException;
    }

    /** Works until it is done or nobody reads any more, in which case it returns early and quietly. */
    void serve(Work work) throws IOException {
        // An answer has one handler of its closing, which is that of who writes it.
        long timer = vertx.setPeriodic(LOOK, id -> {
            if (answer.closed()) {
                vertx.cancelTimer(id);
                // It asks PostgreSQL over another connection, for which the thread that serves all clients can't wait.
                vertx.executeBlocking(this::cancel, false);
            }
        });
        try {
            work.run();
        } catch (Gone gone) {
            LOG.debug(gone.getMessage());
        } catch (IOException | RuntimeException e) {
            // A query that was cancelled, or a write to nobody.
            if (!answer.closed()) {
                throw e;
            }
            LOG.debug("the reader of an export went away", e);
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    /** @throws Gone if nobody reads any more */
    void look() {
        if (answer.closed()) {
            throw new Gone();
        }
    }

    /** The query to end when the reader goes away. */
    synchronized void waitsFor(Statement asked) {
        query = asked;
    }

    /** The query is over; from now on there is nothing to end. */
    synchronized void waitsNoMore() {
        query = null;
    }

    private synchronized boolean cancel() throws SQLException {
        Statement waitedFor = query;
        if (waitedFor == null) {
            return false;
        }
        waitedFor.cancel();
        return true;
    }
}
