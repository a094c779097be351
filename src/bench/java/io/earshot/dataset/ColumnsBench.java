package io.earshot.dataset;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.earshot.bench.service.ProcessTime;
import io.earshot.bench.service.Surveyed;
import io.earshot.launch.EmbeddedDatabase;
import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * How fast stored responses become columns, beside PostgreSQL sending the same rows to someone who throws them away, and beside a
 * field of its own for each variable instead of the answers' JSON; in turn, in one process of 1 GB.
 */
public final class ColumnsBench {
    private static final int ROWS_AT_ONCE = 1 << 16;
    private static final UUID WORKSPACE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID QUESTIONNAIRE = UUID.fromString("00000000-0000-0000-0000-000000000002");
    /** 2100-01-01, after all responses, in microseconds since 1970; PostgreSQL reads no years of five digits. */
    private static final long END = 4_102_444_800_000_000L;

    private static final StoredRanges.Place EVERYTHING =
            new StoredRanges.Place(Receipt.BEGINNING, new Receipt(END, new UUID(-1, -1)));

    private final AgroalDataSource database;
    private final long postmaster;
    private final int count;
    private final PrintStream out = System.out;
    private final Path kept;
    private final Questionnaire questionnaire = Questionnaire.read(Surveyed.QUESTIONNAIRE);

    private ColumnsBench(AgroalDataSource database, long postmaster, Path kept, int count) {
        this.kept = kept;
        this.database = database;
        this.postmaster = postmaster;
        this.count = count;
    }

    /** @param arguments how many responses (1,000,000 if absent) and rounds (3) */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("earshot-columns-bench");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                AgroalDataSource database = AgroalDataSource.from(new AgroalPropertiesReader()
                        .readProperties(Map.of(
                                "jdbcUrl", server.jdbcUrl(),
                                "principal", server.user(),
                                "credential", server.password(),
                                "maxSize", "10"))
                        .get())) {
            Flyway.configure().dataSource(database).load().migrate();
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .strip());
            new ColumnsBench(database, postmaster, folder.resolve("columns"), count).run(rounds);
        } finally {
            forget(folder);
        }
    }

    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private ColumnSettings settings() {
        return new ColumnSettings() {
            @Override
            public Path folder() {
                return kept;
            }

            @Override
            public int rows() {
                return ROWS_AT_ONCE;
            }

            @Override
            public Duration unused() {
                return Duration.ofDays(7);
            }

            @Override
            public Duration sweepEvery() {
                return Duration.ofDays(1);
            }
        };
    }

    private interface Reading {
        long rows() throws SQLException, IOException;
    }

    private void run(int rounds) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into workspace (id, name, created_at) values ('" + WORKSPACE + "', 'bench', now())");
            statement.execute(
                    "insert into questionnaire (id, workspace_id, name, content, revision, created_at, updated_at)"
                            + " values ('" + QUESTIONNAIRE + "', '" + WORKSPACE
                            + "', 'surveyed', '{}', 1, now(), now())");
            Surveyed.fill(connection, QUESTIONNAIRE, count);
        }
        out.printf(
                "%,d responses of %d variables%n",
                count, questionnaire.variables().size());
        for (int round = 0; round < rounds; round++) {
            time("sent and thrown away, one connection", this::thrownAway);
            time("a field for each variable, thrown away", this::fields);
            forget(kept);
            time("into columns, and these into files", this::columns);
            time("into columns, from these files", this::columns);
        }
    }

    private void time(String what, Reading reading) throws SQLException, IOException {
        double own = ProcessTime.of(ProcessHandle.current().pid());
        double others = ProcessTime.withChildren(postmaster);
        long begun = System.nanoTime();
        long rows = reading.rows();
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                "%-40s %5.2f s, %,9.0f responses/s, processor %5.2f s and %5.2f s of PostgreSQL%n",
                what,
                seconds,
                rows / seconds,
                ProcessTime.of(ProcessHandle.current().pid()) - own,
                ProcessTime.withChildren(postmaster) - others);
        if (rows != count) {
            throw new IllegalStateException("read " + rows + " responses of " + count);
        }
    }

    private long columns() {
        return new ResponseDataset(database, new ColumnFolder(settings()))
                .read(
                        new ResponseDataset.Selection(WORKSPACE, QUESTIONNAIRE, 1, 1, List.of("complete", "partial")),
                        questionnaire,
                        part -> {})
                .extract()
                .rows();
    }

    private long thrownAway() throws SQLException {
        StoredRanges ranges = new StoredRanges(
                new ResponseDataset.Selection(WORKSPACE, QUESTIONNAIRE, 1, 1, List.of("complete", "partial")),
                questionnaire,
                ROWS_AT_ONCE);
        return thrownAway(ranges.sql(EVERYTHING));
    }

    private long fields() throws SQLException {
        StringBuilder sql =
                new StringBuilder("copy (select id, respondent, started_at, submitted_at, language, status, context");
        questionnaire.variables().forEach(variable -> sql.append(", answers ->> '")
                .append(variable.name())
                .append('\''));
        sql.append(" from response where questionnaire_id = '")
                .append(QUESTIONNAIRE)
                .append("' and workspace_id = '")
                .append(WORKSPACE)
                .append("' order by received_at, id) to stdout (format binary)");
        return thrownAway(sql.toString());
    }

    private long thrownAway(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_sort = off; set max_parallel_workers_per_gather = 0");
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            long rows = -1;
            while (copy.readFromCopy() != null) {
                rows++;
            }
            statement.execute("reset all");
            return rows;
        }
    }
}
