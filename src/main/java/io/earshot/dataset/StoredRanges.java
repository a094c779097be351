package io.earshot.dataset;

import io.earshot.questionnaire.Questionnaire;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads a selection of stored responses range by range, in the order of receipt. Test responses are left out. */
final class StoredRanges {
    private static final int ROWS_BETWEEN_LOOKS = 1 << 10;
    private static final String CANCELLED = "57014";

    private final String fields;
    private final String chosen;
    private final String table;
    private final Questionnaire questionnaire;
    private final int rowsAtOnce;

    /** @param rowsAtOnce how many responses a range has at most */
    StoredRanges(ResponseDataset.Selection selection, Questionnaire questionnaire, int rowsAtOnce) {
        this.rowsAtOnce = rowsAtOnce;
        // COPY takes no parameters. All of this is of types that hold no SQL.
        this.chosen = " and status in ("
                + selection.statuses().stream().map(StoredRanges::word).collect(Collectors.joining(", "))
                + ") and not test and over_quota = '{}'";
        this.fields = ResponseRange.Builder.fields(selection.version(), selection.flags());
        this.table = " from response where workspace_id = '" + selection.workspace() + "' and questionnaire_id = '"
                + selection.questionnaire() + "'";
        this.questionnaire = questionnaire;
    }

    private static String word(String status) {
        if (!status.matches("[a-z]+")) {
            throw new IllegalArgumentException("a status is a word: " + status);
        }
        return "'" + status + "'";
    }

    /**
     * Where a range is.
     *
     * @param after the response before its first
     * @param upTo  its last response
     */
    record Place(Receipt after, Receipt upTo) {}

    /** The first and the last place; empty if there is no response. */
    Optional<Place> all(Connection connection) throws SQLException {
        Optional<Receipt> first = end(connection, "asc");
        Optional<Receipt> last = end(connection, "desc");
        return first.flatMap(from -> last.map(to -> new Place(from, to)));
    }

    private Optional<Receipt> end(Connection connection, String direction) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select received_at, id" + table + " order by received_at "
                        + direction + ", id " + direction + " limit 1")) {
            return row.next() ? Optional.of(receipt(row)) : Optional.empty();
        }
    }

    /** The next range after a place, of as many responses as are read at once or those up to another place. */
    Place next(Connection connection, Receipt after, Receipt upTo) throws SQLException {
        // Told by the index alone.
        String sql = "select received_at, id" + table + between(after, upTo) + " order by received_at, id offset "
                + (rowsAtOnce - 1) + " limit 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return new Place(after, row.next() ? receipt(row) : upTo);
        }
    }

    static Receipt receipt(ResultSet row) throws SQLException {
        Instant time = row.getObject("received_at", OffsetDateTime.class).toInstant();
        return new Receipt(ChronoUnit.MICROS.between(Instant.EPOCH, time), row.getObject("id", UUID.class));
    }

    static String between(Receipt after, Receipt upTo) {
        return " and (received_at, id) > " + after.literal() + " and (received_at, id) <= " + upTo.literal();
    }

    /** What PostgreSQL is asked for a range. */
    String sql(Place place) {
        return "copy (select " + fields + table + chosen + between(place.after, place.upTo)
                + " order by received_at, id) to stdout (format binary)";
    }

    /** @param stopped looked at every thousand rows or so; true ends the reading with an exception */
    ResponseRange read(Connection connection, Place place, BooleanSupplier stopped) throws SQLException {
        return read(connection, sql(place), questionnaire, stopped);
    }

    /** @param sql a {@code COPY} that sends {@link ResponseRange.Builder#fields} in PostgreSQL's binary form */
    static ResponseRange read(Connection connection, String sql, Questionnaire questionnaire, BooleanSupplier stopped)
            throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        ResponseRange.Builder builder = new ResponseRange.Builder(questionnaire);
        CopyOut copy = server.getCopyAPI().copyOut(sql);
        try {
            BinaryCopy rows = new BinaryCopy(copy, ResponseRange.Builder.FIELD_COUNT);
            for (int row = 1; rows.next(); row++) {
                builder.add(rows);
                if (row % ROWS_BETWEEN_LOOKS == 0 && stopped.getAsBoolean()) {
                    throw new Stopped();
                }
            }
        } catch (SQLException | RuntimeException | Error e) {
            forgetRest(server, copy, e);
            throw e;
        }
        return builder.build();
    }

    /**
     * Has the server stop, and reads what it has sent already: the driver's own cancelling leaves that to be taken for the answer to
     * the next statement.
     */
    private static void forgetRest(PGConnection server, CopyOut copy, Throwable why) {
        try {
            if (copy.isActive()) {
                server.cancelQuery();
            }
            while (copy.isActive() && copy.readFromCopy() != null) {
                // Nobody wants it.
            }
        } catch (SQLException e) {
            if (!CANCELLED.equals(e.getSQLState())) {
                why.addSuppressed(e);
            }
        }
    }

    /** Nobody wants the rest any more. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("reading was stopped", null, false, false);
        }
    }
}
