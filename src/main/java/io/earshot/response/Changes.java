package io.earshot.response;

import io.earshot.problem.Problem;
import io.earshot.workspace.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a workspace's responses by the transaction that made them. Only transactions older than every one that is
 * still running are told of, so that what commits later never belongs before what was told already.
 */
@Singleton
class Changes {
    private static final Logger LOG = Logger.getLogger(Changes.class);

    private static final String WRITTEN = "select changed_in::text as transaction, " + StoredResponse.COLUMNS
            + " from response" + " where workspace_id = ? and (changed_in, id) > (?::xid8, ?) and changed_in < ?::xid8";
    private static final String ERASED =
            "select changed_in::text as transaction, id, questionnaire_id from response_erased"
                    + " where workspace_id = ? and (changed_in, id) > (?::xid8, ?) and changed_in < ?::xid8";
    private static final String OF_ONE = " and questionnaire_id = ?";
    private static final String IN_ORDER = " order by changed_in, id limit ?";

    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    private record Placed(ChangeCursor at, Change change) {}

    /** What the database knows of its transactions. @param oldestRunning all before it are over @param next not begun yet */
    private record Transactions(String oldestRunning, String next) {}

    /** The place behind all that is told at this moment. */
    ChangeCursor now() {
        return new ChangeCursor(database.run(Changes::transactions).oldestRunning(), ChangeCursor.BEFORE_ALL_IDS);
    }

    /**
     * @param questionnaire whose responses; null for all of the workspace
     * @throws Problem 410 if the cursor is of another database server, from which this one's data were restored
     */
    Change.Page page(UUID workspace, @Nullable UUID questionnaire, ChangeCursor after, int limit) {
        return database.run(connection -> {
            Transactions now = transactions(connection);
            if (number(after.transaction()) > number(now.next())) {
                throw Problem.of(
                        410,
                        "cursor-outlived",
                        "The cursor is of another database",
                        "The data were restored into another database server since this cursor was given; start the feed"
                                + " again without one.");
            }
            bringBackRestored(connection, workspace);
            // One more than asked for tells whether there is a next page.
            List<Placed> found = new ArrayList<>();
            select(
                    connection,
                    WRITTEN,
                    workspace,
                    questionnaire,
                    after,
                    now,
                    limit + 1,
                    row -> {
                        StoredResponse response = StoredResponse.of(row);
                        return new Change(Change.Kind.WRITTEN, response.id(), response.questionnaire(), response);
                    },
                    found);
            select(
                    connection,
                    ERASED,
                    workspace,
                    questionnaire,
                    after,
                    now,
                    limit + 1,
                    row -> new Change(
                            Change.Kind.ERASED,
                            row.getObject("id", UUID.class),
                            row.getObject("questionnaire_id", UUID.class),
                            null),
                    found);
            found.sort((a, b) -> compare(a.at(), b.at()));
            boolean more = found.size() > limit;
            List<Placed> told = more ? found.subList(0, limit) : found;
            ChangeCursor next = more
                    ? told.get(limit - 1).at()
                    : new ChangeCursor(now.oldestRunning(), ChangeCursor.BEFORE_ALL_IDS);
            return new Change.Page(told.stream().map(Placed::change).toList(), next.toString(), more);
        });
    }

    private interface Reading {
        Change of(ResultSet row) throws SQLException;
    }

    private static void select(
            Connection connection,
            String sql,
            UUID workspace,
            @Nullable UUID questionnaire,
            ChangeCursor after,
            Transactions now,
            int limit,
            Reading reading,
            List<Placed> found)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(sql + (questionnaire == null ? "" : OF_ONE) + IN_ORDER)) {
            int at = 0;
            select.setObject(++at, workspace);
            select.setString(++at, after.transaction());
            select.setObject(++at, after.id());
            select.setString(++at, now.oldestRunning());
            if (questionnaire != null) {
                select.setObject(++at, questionnaire);
            }
            select.setInt(++at, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Change change = reading.of(row);
                    found.add(new Placed(new ChangeCursor(row.getString("transaction"), change.id()), change));
                }
            }
        }
    }

    private static Transactions transactions(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select pg_snapshot_xmin(now)::text, pg_snapshot_xmax(now)::text from pg_current_snapshot() as now");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Transactions(row.getString(1), row.getString(2));
        }
    }

    /**
     * A dump that is restored into a new server brings transaction ids which that server will only come to in a year: such
     * responses are told as changed now.
     */
    private static void bringBackRestored(Connection connection, UUID workspace) throws SQLException {
        // By the statement's own snapshot, in which nothing can be seen of a transaction that has not begun.
        String impossible =
                " from response where workspace_id = ? and changed_in >= pg_snapshot_xmax(pg_current_snapshot())";
        try (PreparedStatement select = connection.prepareStatement("select exists (select" + impossible + ")")) {
            select.setObject(1, workspace);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return;
                }
            }
        }
        // The trigger says which transaction.
        String touch = "update response set changed_in = changed_in where (respondent_key, id) in"
                + " (select respondent_key, id" + impossible + ")";
        try (PreparedStatement update = connection.prepareStatement(touch)) {
            update.setObject(1, workspace);
            LOG.infof("%d restored responses are told to the feed of changes again", update.executeUpdate());
        }
    }

    // Of what has the same place, PostgreSQL's order is that of the bytes; UUID.compareTo's is not.
    private static int compare(ChangeCursor a, ChangeCursor b) {
        int byTransaction = Long.compareUnsigned(number(a.transaction()), number(b.transaction()));
        if (byTransaction != 0) {
            return byTransaction;
        }
        int byHigh = Long.compareUnsigned(a.id().getMostSignificantBits(), b.id().getMostSignificantBits());
        return byHigh != 0
                ? byHigh
                : Long.compareUnsigned(a.id().getLeastSignificantBits(), b.id().getLeastSignificantBits());
    }

    private static long number(String transaction) {
        return Long.parseLong(transaction);
    }
}
