package io.earshot.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Lets somebody end long work over many rows who sits far from it: what {@link #over} is given is asked now and then, in the
 * thread that works and in those that help it, and ends the work by throwing. Those who work look, and know nothing of why; where nobody
 * watches, a look costs next to nothing.
 */
public final class Watch {
    /** Rows that a loop goes through between two looks; a power of two. */
    private static final int ROWS = 1 << 14;

    private static final Watch NOBODY = new Watch(() -> {});
    private static final ThreadLocal<@Nullable Watch> WATCHING = new ThreadLocal<>();

    private final Runnable ask;

    private Watch(Runnable ask) {
        this.ask = ask;
    }

    /** What is watched. */
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /** @param ask may be called by several threads at once; throws something unchecked to end the work */
    public static <T, E extends Exception> T over(Runnable ask, Work<T, E> work) throws E {
        return new Watch(ask).during(work);
    }

    /** Who watches this thread; to be asked {@link #during} what other threads do for it. */
    public static Watch current() {
        Watch watch = WATCHING.get();
        return watch == null ? NOBODY : watch;
    }

    /** Has this thread's work watched too, with a look at its beginning. */
    public <T, E extends Exception> T during(Work<T, E> work) throws E {
        Watch before = WATCHING.get();
        WATCHING.set(this);
        try {
            ask.run();
            return work.done();
        } finally {
            if (before == null) {
                WATCHING.remove();
            } else {
                WATCHING.set(before);
            }
        }
    }

    /** Asks; for a step that takes less than a tenth of a second, whatever the number of rows. */
    public static void look() {
        current().ask.run();
    }

    /** Asks at every so many rows; for loops. */
    public static void look(int row) {
        if ((row & (ROWS - 1)) == 0) {
            look();
        }
    }
}
