package io.earshot.problem;

import java.util.UUID;
import org.jboss.logging.Logger;

/** What is told of a failure that is nobody's fault who called: a number, under which the log has the whole of it. */
public final class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);

    private Incidents() {}

    /** Logs the failure. @return 500, which tells nothing of the code */
    public static Problem of(Throwable failure) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "Incident %s", incident);
        return Problem.of(
                        500,
                        "incident",
                        "Something failed on our side",
                        "The call could not be finished. Nothing is wrong with the request; give the operator incident "
                                + incident + ".")
                .with("incident", incident.toString());
    }
}
