package io.earshot.response;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the intake takes on at once; {@code docs/how-to/operate.md} says when to change what. */
@ConfigMapping(prefix = "earshot.intake")
interface IntakeLimits {
    /** Most calls of apps that are being worked on at once. */
    @WithDefault("1024")
    int inside();

    /** Whether {@link DirectIntake} answers what it can; without it everything goes through the framework. */
    @WithDefault("true")
    boolean direct();

    /** Threads that write; each holds a database connection and commits one batch after the other. */
    @WithDefault("2")
    int writers();

    /**
     * How many must be waiting for each writer that is at work before another one helps: a commit costs the database about
     * as much as ten responses in it, so few large ones beat many small ones.
     */
    @WithDefault("16")
    int helpFrom();

    /** So long may one wait while there are idle writers, whatever {@link #helpFrom} says: the others may be held up. */
    @WithDefault("20ms")
    Duration patience();

    /** Most responses that share one commit. */
    @WithDefault("256")
    int batch();

    /** Most responses that wait for a commit. */
    @WithDefault("2048")
    int waiting();

    /** Most characters of answers and metadata that wait for a commit, so that large responses can't fill the heap. */
    @WithDefault("16000000")
    long waitingCharacters();

    /** What a refused client is told to wait before it tries again. */
    @WithDefault("1s")
    Duration retryAfter();
}
