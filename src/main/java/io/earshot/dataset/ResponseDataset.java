package io.earshot.dataset;

import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaire;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    private final AgroalDataSource database;

    ResponseDataset(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Which responses to read.
     *
     * @param statuses one or both of {@code partial} and {@code complete}
     * @param flags    whether to read the signs of carelessness too, as the attribute {@value #FLAGS}
     */
    public record Selection(UUID workspace, UUID questionnaire, int version, List<String> statuses, boolean flags) {
        public Selection(UUID workspace, UUID questionnaire, int version, List<String> statuses) {
            this(workspace, questionnaire, version, statuses, false);
        }

        public Selection {
            statuses = List.copyOf(statuses);
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

    /** @param progress told the part read so far, from 0 to 1; may throw to stop */
    public Reading read(Selection selection, Questionnaire questionnaire, DoubleConsumer progress) {
        try (Connection connection = database.getConnection()) {
            // One snapshot for all readers, so that what is told of the whole is of the rows.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return read(connection, new StoredRanges(selection, questionnaire), questionnaire, progress);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("responses to " + selection.questionnaire() + " could not be read", e);
        }
    }

    private Reading read(
            Connection connection, StoredRanges ranges, Questionnaire questionnaire, DoubleConsumer progress)
            throws SQLException {
        Sums sums = new Sums();
        sums.add(new ResponseRange.Builder(questionnaire).build());
        Optional<StoredRanges.Place> all = ranges.all(connection);
        if (all.isPresent()) {
            new RangeReaders(database, ranges, all.get(), snapshot(connection)).each(sums::add, progress);
        }
        progress.accept(1);
        return sums.reading();
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
        private long complete;
        private long partial;
        private long others;
        private Optional<Instant> first = Optional.empty();
        private Optional<Instant> last = Optional.empty();

        void add(ResponseRange range) {
            extract.append(range.extract(), column -> true);
            complete += range.complete();
            partial += range.partial();
            others += range.others();
            first = Stream.of(first, range.first()).flatMap(Optional::stream).min(Comparator.naturalOrder());
            last = Stream.of(last, range.last()).flatMap(Optional::stream).max(Comparator.naturalOrder());
        }

        Reading reading() {
            return new Reading(extract.build(), complete, partial, others, first, last);
        }
    }
}
