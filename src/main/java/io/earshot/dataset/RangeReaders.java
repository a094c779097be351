package io.earshot.dataset;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads all ranges of a selection over several connections that see the same snapshot, and hands them on in the order of
 * receipt. A few ranges are in memory besides those handed on.
 */
final class RangeReaders {
    private static final int READERS = 2;
    private static final int RANGES_AHEAD = 2 * READERS;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

    private final AgroalDataSource database;
    private final StoredRanges ranges;
    private final KeptRanges kept;
    private final Plan plan;
    private final String snapshot;
    private final Semaphore room = new Semaphore(RANGES_AHEAD);
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private volatile boolean stopped;
    // Of the next range, guarded by this.
    private int next;
    private int piece;
    private @Nullable Receipt after;

    /** @param snapshot as PostgreSQL exported it in a transaction that is open as long as this reads */
    RangeReaders(AgroalDataSource database, StoredRanges ranges, KeptRanges kept, Plan plan, String snapshot) {
        this.database = database;
        this.ranges = ranges;
        this.kept = kept;
        this.plan = plan;
        this.snapshot = snapshot;
    }

    /**
     * What to read.
     *
     * @param all     from the first response to the last
     * @param pieces  all of it, in order
     * @param changes since the kept pieces were read
     * @param horizon the first transaction that the snapshot may lack
     * @param like    an extract of the same columns
     */
    record Plan(StoredRanges.Place all, List<Piece> pieces, ResponseChanges changes, long horizon, Extract like) {
        Plan {
            pieces = List.copyOf(pieces);
        }
    }

    /** A kept range, or as many responses as were never kept between two that were. */
    record Piece(StoredRanges.Place place, Optional<KeptRanges.Kept> kept) {}

    /** What a reader tells: a range, that it has ended, or why it failed. */
    private record Told(
            int number,
            StoredRanges.@Nullable Place place,
            @Nullable ResponseRange range,
            @Nullable Throwable failure) {}

    private record Task(int number, Piece piece) {}

    /** @param progress told the part read so far, by time of receipt; may throw to stop */
    void each(Consumer<ResponseRange> taking, DoubleConsumer progress) throws SQLException {
        Thread[] threads = new Thread[READERS];
        try {
            for (int i = 0; i < READERS; i++) {
                threads[i] = new Thread(this::work, "earshot-columns-" + i);
                threads[i].setDaemon(true);
                threads[i].start();
            }
            handOn(taking, progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while responses were read", e);
        } finally {
            stopped = true;
            room.release(RANGES_AHEAD);
            for (Thread thread : threads) {
                await(thread);
            }
        }
    }

    private void handOn(Consumer<ResponseRange> taking, DoubleConsumer progress)
            throws InterruptedException, SQLException {
        Map<Integer, Told> waiting = new HashMap<>();
        int handedOn = 0;
        double part = 0;
        for (int ended = 0; ended < READERS; ) {
            Told one = told.poll(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            if (one != null && one.failure != null) {
                throw new SQLException("a range of responses could not be read", one.failure);
            }
            if (one != null && one.place == null) {
                ended++;
            } else if (one != null) {
                waiting.put(one.number, one);
            }
            for (Told first = waiting.remove(handedOn); first != null; first = waiting.remove(handedOn)) {
                if (first.range != null && first.place != null) {
                    taking.accept(first.range);
                    part = part(first.place.upTo());
                }
                handedOn++;
                room.release();
            }
            progress.accept(part);
        }
    }

    private double part(Receipt upTo) {
        long begin = plan.all.after().at();
        long span = plan.all.upTo().at() - begin;
        return span <= 0 ? 1 : Math.min(1, (double) (upTo.at() - begin) / span);
    }

    private void work() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction snapshot '" + snapshot + "'");
                // Each range is a stretch of an index, however the statistics of a growing table make it look.
                statement.execute("set local enable_sort = off; set local enable_bitmapscan = off;"
                        + " set local max_parallel_workers_per_gather = 0");
                read(connection);
            } finally {
                connection.rollback();
            }
            told.add(new Told(-1, null, null, null));
        } catch (StoredRanges.Stopped e) {
            told.add(new Told(-1, null, null, null));
        } catch (SQLException | RuntimeException | Error e) {
            told.add(new Told(-1, null, null, e));
        }
    }

    private void read(Connection connection) throws SQLException {
        while (true) {
            room.acquireUninterruptibly();
            Optional<Task> task = stopped ? Optional.empty() : take(connection);
            if (task.isEmpty()) {
                return;
            }
            Piece piece = task.get().piece;
            told.add(new Told(task.get().number, piece.place, read(connection, piece), null));
        }
    }

    private ResponseRange read(Connection connection, Piece piece) throws SQLException {
        Optional<ResponseRange> known = piece.kept.flatMap(file -> kept.read(file, plan.like, plan.changes));
        if (known.isPresent()) {
            return known.get();
        }
        ResponseRange range = ranges.read(connection, piece.place, () -> stopped);
        kept.keep(piece.place, range, plan.horizon);
        return range;
    }

    private synchronized Optional<Task> take(Connection connection) throws SQLException {
        if (piece == plan.pieces.size()) {
            return Optional.empty();
        }
        Piece whole = plan.pieces.get(piece);
        if (whole.kept.isPresent()) {
            piece++;
            return Optional.of(new Task(next++, whole));
        }
        Receipt begin = after == null ? whole.place.after() : after;
        StoredRanges.Place place = ranges.next(connection, begin, whole.place.upTo());
        boolean isLast = place.upTo().equals(whole.place.upTo());
        after = isLast ? null : place.upTo();
        piece += isLast ? 1 : 0;
        return Optional.of(new Task(next++, new Piece(place, Optional.empty())));
    }

    private static void await(@Nullable Thread thread) {
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
