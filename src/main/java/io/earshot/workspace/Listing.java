package io.earshot.workspace;

import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param next the cursor of the next page, absent on the last
 */
public record Listing<T>(List<T> items, @Nullable String next) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** Comes after every UUID: where the newest-first order begins. */
    private static final UUID START = new UUID(-1L, -1L);

    /** What was asked for: so many items from before that id. */
    public record Window(UUID before, int limit) {}

    /** @throws Problem 400 if the limit or the cursor is none */
    public static Window window(@Nullable Integer limit, @Nullable String cursor) {
        int count = limit == null ? DEFAULT_LIMIT : limit;
        if (count < 1 || count > MAX_LIMIT) {
            throw Problem.invalid(
                    List.of(new Fault("", "out-of-range", "limit must be from 1 to " + MAX_LIMIT + ": " + count)));
        }
        if (cursor == null || cursor.isEmpty()) {
            return new Window(START, count);
        }
        try {
            return new Window(UUID.fromString(cursor), count);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new Fault(
                    "", "not-a-cursor", "cursor must be the 'next' of an earlier answer of this list: " + cursor)));
        }
    }

    /** @param found one more than the window's limit, if there are more */
    public static <E, T> Listing<T> of(List<E> found, Window window, Function<E, UUID> id, Function<E, T> item) {
        boolean more = found.size() > window.limit();
        List<E> page = more ? found.subList(0, window.limit()) : found;
        String next = more ? id.apply(page.get(page.size() - 1)).toString() : null;
        return new Listing<>(page.stream().map(item).toList(), next);
    }

    /** The same page of other things. */
    public <R> Listing<R> map(Function<T, R> change) {
        return new Listing<>(items.stream().map(change).toList(), next);
    }
}
