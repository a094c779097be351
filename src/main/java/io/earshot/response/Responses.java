package io.earshot.response;

import io.earshot.workspace.Database;
import io.earshot.workspace.RespondentKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of responses. */
@Singleton
public final class Responses {
    private static final int FETCH_SIZE = 500;

    private final Database database;

    Responses(Database database) {
        this.database = database;
    }

    /** What an export does with each response. */
    interface Each {
        void take(StoredResponse response);
    }

    Optional<StoredResponse> find(UUID workspace, RespondentKey respondent, UUID id) {
        return database.run(connection -> find(connection, workspace, respondent, id));
    }

    /** In the order of receipt, which is that of the last change. */
    ResponsePage page(ResponseFilter filter, @Nullable Cursor after, int limit) {
        List<StoredResponse> found = new ArrayList<>();
        database.run(connection -> {
            // One more than asked for tells whether there is a next page.
            select(connection, filter, after, limit + 1, null, found::add);
            return found;
        });
        boolean more = found.size() > limit;
        List<StoredResponse> items = more ? found.subList(0, limit) : found;
        return new ResponsePage(items, more ? items.get(limit - 1).cursor().toString() : null);
    }

    /**
     * All of them in the order of receipt, as they were when it began, at constant memory.
     *
     * @param after what they come after; null for all
     */
    void forEach(ResponseFilter filter, @Nullable Cursor after, ExportReader reader, Each each) {
        database.inTransaction(connection -> {
            select(connection, filter, after, null, reader, response -> {
                reader.look();
                each.take(response);
            });
            return filter;
        });
    }

    /** The names of the attributes that any of them holds, in their alphabetical order. */
    List<String> attributes(ResponseFilter filter) {
        ResponseFilter.Where where = filter.where(null);
        String sql = "select distinct attribute from response, json_object_keys(context) as attribute where "
                + where.sql() + " order by attribute";
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int at = 0;
                for (Object value : where.values()) {
                    select.setObject(++at, value);
                }
                List<String> names = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                return names;
            }
        });
    }

    private static Optional<StoredResponse> find(
            Connection connection, UUID workspace, RespondentKey respondent, UUID id) throws SQLException {
        String sql = "select " + StoredResponse.COLUMNS
                + " from response where respondent_key = ? and id = ? and workspace_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, respondent.value());
            select.setObject(2, id);
            select.setObject(3, workspace);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(StoredResponse.of(row)) : Optional.empty();
            }
        }
    }

    private static void select(
            Connection connection,
            ResponseFilter filter,
            @Nullable Cursor after,
            @Nullable Integer limit,
            @Nullable ExportReader reader,
            Each each)
            throws SQLException {
        ResponseFilter.Where where = filter.where(after);
        String sql = "select " + StoredResponse.COLUMNS + " from response where " + where.sql()
                + " order by received_at, id" + (limit == null ? "" : " limit " + limit);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH_SIZE);
            int at = 0;
            for (Object value : where.values()) {
                select.setObject(++at, value);
            }
            if (reader != null) {
                reader.waitsFor(select);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    each.take(StoredResponse.of(row));
                }
            } finally {
                if (reader != null) {
                    reader.waitsNoMore();
                }
            }
        }
    }
}
