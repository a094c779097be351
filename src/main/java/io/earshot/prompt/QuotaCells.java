package io.earshot.prompt;

import io.earshot.workspace.Database;
import io.earshot.workspace.RowParameters;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Places that are counted exactly, however many ask for them at once and on however many nodes. A cell's places are filled
 * by complete responses; some may be held for displays that are still being answered. Cells are rows that are locked in one
 * order and for as long as the caller's transaction takes, so that nothing is counted that is not stored.
 */
@Singleton
public final class QuotaCells {
    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::workspace).thenComparing(Cell::owner).thenComparing(Cell::name);

    private final Database database;

    QuotaCells(Database database) {
        this.database = database;
    }

    /**
     * Something with a limited number of places.
     *
     * @param owner the questionnaire whose quota it is, or the prompt
     * @param name  the quota's in the questionnaire; empty for a prompt's
     */
    public record Cell(UUID workspace, UUID owner, String name) {
        /** A prompt's own. */
        static Cell of(UUID workspace, UUID prompt) {
            return new Cell(workspace, prompt, "");
        }

        /** What a response that found it full is marked with: the quota's name, or {@code /prompt} for a prompt's own. */
        public String mark() {
            return name.isEmpty() ? "/prompt" : name;
        }
    }

    /**
     * A place that a complete response asks for.
     *
     * @param limit how many places the cell has, 1 or more
     * @param held  whether one is being held for it already
     */
    public record Place(Cell cell, int limit, boolean held) {}

    /**
     * How many places are taken.
     *
     * @param filled by complete responses
     * @param held   for displays that may still be answered
     */
    public record Count(int filled, int held) {
        static final Count NONE = new Count(0, 0);

        public int taken() {
            return filled + held;
        }
    }

    /** Holds a place in the caller's transaction. @return false if there is none left */
    static boolean hold(Connection connection, Cell cell, int limit) throws SQLException {
        String sql =
                """
                insert into quota_cell as cell (workspace_id, owner_id, name, filled, held) values (?, ?, ?, 0, 1)
                on conflict (workspace_id, owner_id, name) do update set held = cell.held + 1
                where cell.filled + cell.held < ?""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, cell.workspace());
            statement.setObject(2, cell.owner());
            statement.setString(3, cell.name());
            statement.setInt(4, limit);
            return statement.executeUpdate() == 1;
        }
    }

    /** Gives places back that were held, in the caller's transaction. */
    public static void release(Connection connection, Map<Cell, Integer> places) throws SQLException {
        Map<Cell, Count> changes = new HashMap<>();
        places.forEach((cell, held) -> changes.put(cell, new Count(0, -held)));
        lock(connection, places.keySet());
        add(connection, changes);
    }

    /**
     * Fills places in the caller's transaction, first come first served: a response gets all the places that it asks for, or
     * none. A place that was held for one that goes away empty is given back.
     *
     * @param asked what each response asks for
     * @return for each response, in order, the cells that had no place left; empty if it got what it asked for
     */
    public static List<List<Cell>> fill(Connection connection, List<List<Place>> asked) throws SQLException {
        List<Cell> cells = asked.stream().flatMap(List::stream).map(Place::cell).toList();
        Map<Cell, Count> counts = lock(connection, cells);
        Map<Cell, Count> changes = new HashMap<>();
        List<List<Cell>> full = new ArrayList<>();
        for (List<Place> places : asked) {
            List<Cell> without = places.stream()
                    .filter(place -> !place.held()
                            && counts.getOrDefault(place.cell(), Count.NONE).taken() >= place.limit())
                    .map(Place::cell)
                    .toList();
            for (Place place : places) {
                int filled = without.isEmpty() ? 1 : 0;
                int held = place.held() ? -1 : 0;
                merge(counts, place.cell(), filled, held);
                merge(changes, place.cell(), filled, held);
            }
            full.add(without);
        }
        add(connection, changes);
        return full;
    }

    /** How many places of prompts' own quotas are filled or held, by prompt; absent is none. */
    static Map<UUID, Integer> taken(Connection connection, List<Prompt> prompts) throws SQLException {
        String sql =
                """
                select owner_id, filled + held as taken from quota_cell
                join unnest(?::uuid[], ?::uuid[]) as given (workspace_id, owner_id) using (workspace_id, owner_id)
                where name = ''""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            new RowParameters<>(select, prompts).add("uuid", Prompt::workspace).add("uuid", Prompt::id);
            Map<UUID, Integer> taken = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taken.put(row.getObject("owner_id", UUID.class), row.getInt("taken"));
                }
            }
            return taken;
        }
    }

    /** How many places are taken in each of the cells of one owner, by name. */
    public Map<String, Count> counts(UUID workspace, UUID owner) {
        return database.run(connection -> counts(connection, workspace, owner));
    }

    static Map<String, Count> counts(Connection connection, UUID workspace, UUID owner) throws SQLException {
        String sql = "select name, filled, held from quota_cell where workspace_id = ? and owner_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, workspace);
            select.setObject(2, owner);
            Map<String, Count> counts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString("name"), new Count(row.getInt("filled"), row.getInt("held")));
                }
            }
            return counts;
        }
    }

    /** Makes the cells that are not there yet, and keeps all of them from others until the transaction ends. */
    private static Map<Cell, Count> lock(Connection connection, Collection<Cell> cells) throws SQLException {
        TreeSet<Cell> inOrder = new TreeSet<>(ORDER);
        inOrder.addAll(cells);
        List<Cell> list = List.copyOf(inOrder);
        String missing =
                """
                insert into quota_cell (workspace_id, owner_id, name, filled, held)
                select workspace_id, owner_id, name, 0, 0 from unnest(?::uuid[], ?::uuid[], ?::text[])
                    as given (workspace_id, owner_id, name)
                on conflict do nothing""";
        try (PreparedStatement insert = connection.prepareStatement(missing)) {
            keys(insert, list);
            insert.executeUpdate();
        }
        String sql =
                """
                select workspace_id, owner_id, name, filled, held
                from quota_cell join unnest(?::uuid[], ?::uuid[], ?::text[]) as given (workspace_id, owner_id, name)
                    using (workspace_id, owner_id, name)
                order by workspace_id, owner_id, name for update of quota_cell""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            keys(select, list);
            Map<Cell, Count> counts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Cell cell = new Cell(
                            row.getObject("workspace_id", UUID.class),
                            row.getObject("owner_id", UUID.class),
                            row.getString("name"));
                    counts.put(cell, new Count(row.getInt("filled"), row.getInt("held")));
                }
            }
            return counts;
        }
    }

    private static void add(Connection connection, Map<Cell, Count> changes) throws SQLException {
        String sql =
                """
                update quota_cell set filled = quota_cell.filled + given.filled, held = quota_cell.held + given.held
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::int[])
                    as given (workspace_id, owner_id, name, filled, held)
                where quota_cell.workspace_id = given.workspace_id and quota_cell.owner_id = given.owner_id
                    and quota_cell.name = given.name""";
        List<Cell> cells = List.copyOf(changes.keySet());
        List<Count> counts = cells.stream().map(changes::get).toList();
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            keys(update, cells);
            new RowParameters<>(update, 4, counts).add("int4", Count::filled).add("int4", Count::held);
            update.executeUpdate();
        }
    }

    private static void merge(Map<Cell, Count> counts, Cell cell, int filled, int held) {
        Count before = counts.getOrDefault(cell, Count.NONE);
        counts.put(cell, new Count(before.filled() + filled, before.held() + held));
    }

    private static void keys(PreparedStatement statement, List<Cell> cells) throws SQLException {
        new RowParameters<>(statement, cells)
                .add("uuid", Cell::workspace)
                .add("uuid", Cell::owner)
                .add("text", Cell::name);
    }
}
