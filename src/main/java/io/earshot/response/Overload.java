package io.earshot.response;

import io.earshot.problem.Problem;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a response can't be taken now and the client should come again: 503 with {@code Retry-After}. */
final class Overload {
    private Overload() {}

    static Problem busy(Duration retryAfter) {
        return problem("too-busy", "More responses are coming in than can be stored; send it again", retryAfter);
    }

    static Problem crowded(Duration retryAfter) {
        return problem("too-busy", "More calls are coming in than can be worked on; send it again", retryAfter);
    }

    static Problem stopping(Duration retryAfter) {
        return problem("stopping", "The service is being stopped; send it again", retryAfter);
    }

    static Problem unreachable(Duration retryAfter) {
        return problem(
                "store-unreachable",
                "The database can't be reached, and whether the response was stored is not known; send it again, which"
                        + " stores nothing twice",
                retryAfter);
    }

    private static Problem problem(String slug, String detail, Duration retryAfter) {
        return Problem.of(503, slug, "Not now", detail + " after " + retryAfter.toSeconds() + " s.")
                .retryAfter(retryAfter);
    }

    /** Whether the database was lost, and not the statement refused: SQLSTATE 08 (connection) and 57P (being stopped). */
    static boolean isUnreachable(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                String state = refused.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
        }
        return false;
    }
}
