package io.earshot.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port that Earshot is about to serve on. */
final class HttpPort {
    private HttpPort() {}

    /** Looks before the database is started, so that a second start by mistake ends at once and touches nothing. */
    static void refuseIfTaken(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw new StartRefused(
                    "Port " + port + " on " + host
                            + " is in use; stop what uses it, or choose another with QUARKUS_HTTP_PORT.",
                    e);
        } catch (IOException e) {
            throw new StartRefused(
                    "Earshot can't listen on " + host + ", port " + port + " (" + e
                            + "); mend QUARKUS_HTTP_HOST or QUARKUS_HTTP_PORT.",
                    e);
        }
    }
}
