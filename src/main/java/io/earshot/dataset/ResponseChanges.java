package io.earshot.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Which responses were added, changed or erased by which transaction, as far as that matters to kept ranges. Takes 16 to 32 bytes a
 * change. Two ids may be taken for one, which only makes a range be read again that need not be.
 */
final class ResponseChanges {
    private static final int FETCH_SIZE = 10_000;

    private long[] ids = new long[32];
    private long[] transactions = new long[32];
    private int size;

    /** Told of each response that is there now. */
    interface There {
        void at(Receipt place, long transaction);
    }

    private ResponseChanges() {}

    static ResponseChanges none() {
        return new ResponseChanges();
    }

    /** Those to a questionnaire by a transaction or a later one. */
    static ResponseChanges since(
            Connection connection, UUID workspace, UUID questionnaire, long transaction, There there)
            throws SQLException {
        ResponseChanges changes = erasedSince(connection, workspace, questionnaire, transaction);
        String sql =
                """
                select id, received_at, changed_in::text as changed_in from response
                where workspace_id = ? and changed_in >= ?::text::xid8 and questionnaire_id = ?""";
        read(connection, sql, workspace, questionnaire, transaction, row -> {
            UUID id = row.getObject("id", UUID.class);
            long by = Long.parseLong(row.getString("changed_in"));
            changes.add(id, by);
            there.at(StoredRanges.receipt(row), by);
        });
        return changes;
    }

    /** The same without those that are there still. */
    static ResponseChanges erasedSince(Connection connection, UUID workspace, UUID questionnaire, long transaction)
            throws SQLException {
        String sql =
                """
                select id, changed_in::text as changed_in from response_erased
                where workspace_id = ? and changed_in >= ?::text::xid8 and questionnaire_id = ?""";
        ResponseChanges changes = new ResponseChanges();
        read(
                connection,
                sql,
                workspace,
                questionnaire,
                transaction,
                row -> changes.add(row.getObject("id", UUID.class), Long.parseLong(row.getString("changed_in"))));
        return changes;
    }

    /** Whether a response in a range was added or changed by a transaction or a later one. */
    static boolean isAnyIn(
            Connection connection, UUID workspace, UUID questionnaire, long transaction, StoredRanges.Place place)
            throws SQLException {
        String sql = "select exists (select from response where workspace_id = ? and changed_in >= ?::text::xid8"
                + " and questionnaire_id = ?" + StoredRanges.between(place.after(), place.upTo()) + ")";
        boolean[] found = {false};
        read(connection, sql, workspace, questionnaire, transaction, row -> found[0] = row.getBoolean(1));
        return found[0];
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void read(
            Connection connection, String sql, UUID workspace, UUID questionnaire, long transaction, Row each)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_SIZE);
            select.setObject(1, workspace);
            select.setString(2, Long.toString(transaction));
            select.setObject(3, questionnaire);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Watch.look();
                    each.take(row);
                }
            }
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The last transaction that changed or erased a response; the least number if none did. */
    long last(long high, long low) {
        long key = key(high, low);
        for (int slot = slot(key); ids[slot] != 0; slot = slot + 1 & ids.length - 1) {
            if (ids[slot] == key) {
                return transactions[slot];
            }
        }
        return Long.MIN_VALUE;
    }

    private void add(UUID id, long transaction) {
        if (size * 2 >= ids.length) {
            grow();
        }
        put(key(id.getMostSignificantBits(), id.getLeastSignificantBits()), transaction);
    }

    private void put(long key, long transaction) {
        int slot = slot(key);
        while (ids[slot] != 0 && ids[slot] != key) {
            slot = slot + 1 & ids.length - 1;
        }
        size += ids[slot] == 0 ? 1 : 0;
        transactions[slot] = ids[slot] == 0 ? transaction : Math.max(transactions[slot], transaction);
        ids[slot] = key;
    }

    private void grow() {
        long[] before = ids;
        long[] by = transactions;
        ids = new long[before.length * 2];
        transactions = new long[ids.length];
        size = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                put(before[i], by[i]);
            }
        }
    }

    /** Never 0, which is a free slot. */
    private static long key(long high, long low) {
        long key = high * 0x9E37_79B9_7F4A_7C15L ^ low;
        return key == 0 ? 1 : key;
    }

    private int slot(long key) {
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 33) & ids.length - 1;
    }
}
