package io.earshot.dataset;

import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaire;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Reads stored responses into columns, in the order they were received. Test responses are left out. A variable without an
 * answer is {@link Missing#NO_ANSWER} in a complete response, if it may have been asked there, and otherwise {@link
 * Missing#NOT_ASKED}, as in a partial one, which may have ended before.
 */
@ApplicationScoped
public class ResponseDataset {
    /**
     * The attribute of signs of carelessness: their words with a space between, {@value #NO_FLAGS} for none, missing for a
     * response that was not judged.
     */
    public static final String FLAGS = "quality.flags";

    public static final String NO_FLAGS = "none";

    /** What nearly every response has another of. */
    private static final Set<String> WORDY = Set.of("id", "respondent");

    private final AgroalDataSource database;
    private final ColumnFolder folder;

    ResponseDataset(AgroalDataSource database, ColumnFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * Which responses to read.
     *
     * @param version  that they answered
     * @param asked    the version as whose answers they are read
     * @param statuses one or both of {@code partial} and {@code complete}
     * @param flags    whether to read the signs of carelessness too, as the attribute {@value #FLAGS}
     */
    public record Selection(
            UUID workspace, UUID questionnaire, int version, int asked, List<String> statuses, boolean flags) {
        public Selection(UUID workspace, UUID questionnaire, int version, int asked, List<String> statuses) {
            this(workspace, questionnaire, version, asked, statuses, false);
        }

        public Selection {
            statuses = statuses.stream().sorted().toList();
        }
    }

    /**
     * What was read.
     *
     * @param otherVersions responses of such statuses to other versions of the questionnaire, which were not read
     * @param first         when the earliest answer was given; empty if no response tells
     */
    public record Reading(
            Extract extract,
            long complete,
            long partial,
            long otherVersions,
            Optional<Instant> first,
            Optional<Instant> last) {}

    /** Reads responses with all that is known of them. @param progress as below */
    public Reading read(Selection selection, Questionnaire questionnaire, DoubleConsumer progress) {
        return read(selection, questionnaire, true, progress);
    }

    /**
     * Reads responses.
     *
     * @param words    whether ids, respondents and texts are wanted; if not, they are empty where they are there, which takes a
     *     byte a row
     * @param progress told the part read so far, from 0 to 1; may throw to stop
     */
    public Reading read(Selection selection, Questionnaire questionnaire, boolean words, DoubleConsumer progress) {
        try (Connection connection = database.getConnection()) {
            // One snapshot for all readers, so that what is told of the whole is of the rows.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return read(connection, selection, questionnaire, words, progress);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("responses to " + selection.questionnaire() + " could not be read", e);
        }
    }

    private Reading read(
            Connection connection,
            Selection selection,
            Questionnaire questionnaire,
            boolean words,
            DoubleConsumer progress)
            throws SQLException {
        StoredRanges ranges = new StoredRanges(selection, questionnaire, folder.rows());
        KeptRanges kept = folder.of(connection, selection);
        ResponseRange nothing = new ResponseRange.Builder(questionnaire).build();
        Sums sums = new Sums(words);
        sums.add(nothing);
        Optional<StoredRanges.Place> all = ranges.all(connection);
        if (all.isPresent()) {
            RangeReaders.Plan plan = plan(connection, selection, kept, all.get(), nothing.extract());
            new RangeReaders(database, ranges, kept, plan, snapshot(connection)).each(sums::add, progress);
        } else {
            kept.deleteAll();
        }
        progress.accept(1);
        return sums.reading();
    }

    /** What one range alone comes to. */
    static Reading of(ResponseRange range) {
        Sums sums = new Sums(true);
        sums.add(range);
        return sums.reading();
    }

    private RangeReaders.Plan plan(
            Connection connection, Selection selection, KeptRanges kept, StoredRanges.Place all, Extract like)
            throws SQLException {
        ResponseChanges[] changes = {ResponseChanges.none()};
        List<KeptRanges.Kept> usable = kept.usable((transaction, there) -> changes[0] = ResponseChanges.since(
                connection, selection.workspace(), selection.questionnaire(), transaction, there));
        return new RangeReaders.Plan(all, pieces(usable, all.upTo()), changes[0], horizon(connection), like);
    }

    /** What is kept and what is between, and after it. */
    private List<RangeReaders.Piece> pieces(List<KeptRanges.Kept> usable, Receipt last) {
        List<RangeReaders.Piece> pieces = new ArrayList<>();
        Receipt end = Receipt.BEGINNING;
        for (KeptRanges.Kept kept : usable) {
            boolean isLast = kept.equals(usable.get(usable.size() - 1));
            boolean hasMore = last.compareTo(kept.place().upTo()) > 0;
            // Read again with what came after it, lest there are more and more small ones.
            if (isLast && hasMore && kept.head().rows() < folder.rows() / 2) {
                KeptRanges.delete(kept.file());
                continue;
            }
            between(end, kept.place().after()).ifPresent(pieces::add);
            pieces.add(new RangeReaders.Piece(kept.place(), Optional.of(kept)));
            end = kept.place().upTo();
        }
        between(end, last).ifPresent(pieces::add);
        return pieces;
    }

    private static Optional<RangeReaders.Piece> between(Receipt end, Receipt next) {
        return end.compareTo(next) < 0
                ? Optional.of(new RangeReaders.Piece(new StoredRanges.Place(end, next), Optional.empty()))
                : Optional.empty();
    }

    /** The first transaction that may not be seen yet. */
    static long horizon(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
            row.next();
            return Long.parseLong(row.getString(1));
        }
    }

    private static String snapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** What ranges come to together. */
    private static final class Sums {
        private final JoinedExtract extract = new JoinedExtract();
        private final boolean words;
        private long complete;
        private long partial;
        private long others;
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();

        Sums(boolean words) {
            this.words = words;
        }

        void add(ResponseRange range) {
            extract.append(words ? range.extract() : withoutWords(range.extract()), column -> true);
            complete += range.complete();
            partial += range.partial();
            others += range.others().rows();
            first = Stream.of(first, range.first()).flatMap(Optional::stream).min(Comparator.naturalOrder());
            last = Stream.of(last, range.last()).flatMap(Optional::stream).max(Comparator.naturalOrder());
        }

        private static Extract withoutWords(Extract extract) {
            List<Column> identity = new ArrayList<>(extract.identity());
            identity.replaceAll(column -> WORDY.contains(column.name()) ? ((TextColumn) column).emptied() : column);
            List<Column> answers = new ArrayList<>(extract.answers().columns());
            answers.replaceAll(column -> column instanceof TextColumn texts ? texts.emptied() : column);
            return new Extract(identity, new Dataset(extract.rows(), answers), extract.attributes());
        }

        Reading reading() {
            return new Reading(extract.build(), complete, partial, others, first, last);
        }
    }
}
