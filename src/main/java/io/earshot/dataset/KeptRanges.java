package io.earshot.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The files of one selection of responses, as one questionnaire sees them: ranges, each named by its place in the order of
 * receipt. A file that can't be used is deleted, with a line in the log; one of which a response has changed since is deleted
 * without a word.
 */
final class KeptRanges {
    private static final Logger LOG = Logger.getLogger(KeptRanges.class);
    private static final String ENDING = ".columns";

    private final Path folder;
    private final String of;

    /** @param of which database, selection and questionnaire the files must be of */
    KeptRanges(Path folder, String of) {
        this.folder = folder;
        this.of = of;
    }

    /** A file and what it says of itself. */
    record Kept(Path file, StoredRanges.Place place, RangeFile.Head head) {}

    /** Those that are there and of what they must be of, in the order of their first responses, the longest first. */
    List<Kept> all() {
        List<Kept> all = new ArrayList<>();
        for (Path file : files(folder)) {
            if (!file.toString().endsWith(ENDING)) {
                continue;
            }
            try {
                RangeFile.Head head = RangeFile.head(file);
                Optional<StoredRanges.Place> place = place(file);
                if (place.isPresent() && head.of().equals(of)) {
                    all.add(new Kept(file, place.orElseThrow(), head));
                } else {
                    discard(file, "it is of something else");
                }
            } catch (NoSuchFileException gone) {
                LOG.debugf("%s is gone", file);
            } catch (IOException e) {
                discard(file, e.toString());
            }
        }
        Comparator<Kept> byFirst = Comparator.comparing(kept -> kept.place.after());
        all.sort(byFirst.thenComparing(kept -> kept.place.upTo(), Comparator.reverseOrder()));
        return all;
    }

    /**
     * Those of which nothing has changed since, as far as can be told without reading them, one after the other without overlap;
     * the others are deleted.
     *
     * @param changes told what has changed in the meantime, with the transaction to look from
     */
    List<Kept> usable(Changes changes) throws SQLException {
        List<Kept> apart = new ArrayList<>();
        Receipt end = Receipt.BEGINNING;
        for (Kept kept : all()) {
            if (kept.place.after().compareTo(end) >= 0) {
                apart.add(kept);
                end = kept.place.upTo();
            } else {
                delete(kept.file);
            }
        }
        if (apart.isEmpty()) {
            return apart;
        }
        boolean[] stale = new boolean[apart.size()];
        long from = apart.stream().mapToLong(kept -> kept.head.horizon()).min().orElseThrow();
        changes.since(from, (place, transaction) -> {
            int at = holding(apart, place);
            if (at >= 0 && transaction >= apart.get(at).head.horizon()) {
                stale[at] = true;
            }
        });
        List<Kept> usable = new ArrayList<>();
        for (int i = 0; i < stale.length; i++) {
            if (stale[i]) {
                delete(apart.get(i).file);
            } else {
                usable.add(apart.get(i));
            }
        }
        return usable;
    }

    /** Tells what has changed. */
    interface Changes {
        void since(long transaction, ResponseChanges.There there) throws SQLException;
    }

    /** Which of the ranges a place is in; negative if it is in none. */
    private static int holding(List<Kept> apart, Receipt place) {
        int low = 0;
        int high = apart.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            StoredRanges.Place range = apart.get(middle).place;
            if (place.compareTo(range.after()) <= 0) {
                high = middle - 1;
            } else if (place.compareTo(range.upTo()) > 0) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /**
     * Deletes what must not stay in a folder.
     *
     * @param database whose the files are
     * @param unused   what was last used before is deleted
     * @param swept    the first transaction that was not looked at before
     */
    static void sweep(Path folder, String database, Instant unused, Connection connection, long swept)
            throws SQLException {
        for (Path file : files(folder)) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(unused)) {
                    delete(file);
                } else if (file.toString().endsWith(ENDING)
                        && isOutdated(file, RangeFile.head(file), database, connection, swept)) {
                    delete(file);
                }
            } catch (NoSuchFileException gone) {
                LOG.debugf("%s is gone", file);
            } catch (IOException e) {
                discard(file, e.toString());
            }
        }
    }

    private static boolean isOutdated(
            Path file, RangeFile.Head head, String database, Connection connection, long swept)
            throws IOException, SQLException {
        String[] of = head.of().split(" ");
        Optional<StoredRanges.Place> place = place(file);
        if (place.isEmpty() || of.length < 3 || !of[0].equals(database)) {
            return true;
        }
        UUID workspace = UUID.fromString(of[1]);
        UUID questionnaire = UUID.fromString(of[2]);
        long from = Math.max(swept, head.horizon());
        return ResponseChanges.isAnyIn(connection, workspace, questionnaire, from, place.orElseThrow())
                || RangeFile.isChanged(
                        file, head, ResponseChanges.erasedSince(connection, workspace, questionnaire, from));
    }

    /** Empty, and the file deleted, if it can't be used or a response in it has changed. */
    Optional<ResponseRange> read(Kept kept, Extract like, ResponseChanges changes) {
        try {
            Optional<ResponseRange> range = RangeFile.read(kept.file, kept.head, like, changes);
            if (range.isEmpty()) {
                delete(kept.file);
            } else {
                Files.setLastModifiedTime(kept.file, FileTime.from(Instant.now()));
            }
            return range;
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            discard(kept.file, e.toString());
            return Optional.empty();
        }
    }

    /** Keeps a range. That it can't be written is told of in the log and harms nothing but the speed of the next report. */
    void keep(StoredRanges.Place place, ResponseRange range, long horizon) {
        try {
            Files.createDirectories(folder);
            RangeFile.Head head =
                    new RangeFile.Head(of, horizon, range.extract().rows());
            RangeFile.write(folder.resolve(name(place)), head, range);
        } catch (IOException e) {
            LOG.warnf("columns of responses could not be kept in %s: %s", folder, e);
        }
    }

    /** Deletes all of them: there are no responses any more. */
    void deleteAll() {
        files(folder).forEach(KeptRanges::delete);
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be listed", e);
        }
    }

    private static void discard(Path file, String why) {
        LOG.warnf("%s is read again from the database: %s", file, why);
        delete(file);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be deleted", e);
        }
    }

    private static String name(StoredRanges.Place place) {
        return name(place.after()) + "-" + name(place.upTo()) + ENDING;
    }

    private static String name(Receipt receipt) {
        return String.format(
                "%016x%016x%016x",
                receipt.at(),
                receipt.id().getMostSignificantBits(),
                receipt.id().getLeastSignificantBits());
    }

    private static Optional<StoredRanges.Place> place(Path file) {
        String name = file.getFileName().toString();
        if (!name.matches("[0-9a-f]{48}-[0-9a-f]{48}\\" + ENDING)) {
            return Optional.empty();
        }
        return Optional.of(new StoredRanges.Place(receipt(name, 0), receipt(name, 49)));
    }

    private static Receipt receipt(String name, int from) {
        return new Receipt(number(name, from), new UUID(number(name, from + 16), number(name, from + 32)));
    }

    private static long number(String name, int from) {
        return Long.parseUnsignedLong(name.substring(from, from + 16), 16);
    }
}
