package io.earshot.bench.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many responses a second are stored over HTTP, beside how many rows of the same size {@code pgbench} inserts into a
 * table of the same shape, one a transaction, over as many connections, on the same server in the same run.
 */
final class IntakeBench {
    private static final long AT_A_TIME = 100_000;
    private static final int[] CONNECTIONS = {1, 32, 256};
    /** So many times as long as the others half the peak is measured. */
    private static final int HALF_PEAK_TIMES = 6;

    static final String QUESTIONNAIRE =
            """
            {"name":"checkout","title":"Checkout","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"How likely are you to recommend us?","lowLabel":"Not","highLabel":"Very"},
              {"type":"multiple_choice","name":"reasons","text":"Why?","visibleIf":{"<=":[{"var":"nps"},9]},"options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"},{"code":"look","text":"Look"},
                {"code":"other","text":"Other","openText":true}]},
              {"type":"likert","name":"ease","text":"Agree?","scale":[{"code":1,"text":"No"},{"code":2,"text":"Rather not"},
                {"code":3,"text":"So so"},{"code":4,"text":"Rather"},{"code":5,"text":"Yes"}],"rows":[
                {"name":"e1","text":"Easy"},{"name":"e2","text":"Quick"},{"name":"e3","text":"Clear"},{"name":"e4","text":"Nice"}]},
              {"type":"text","name":"why","text":"What should we change?","long":true}]}]}""";

    private final double seconds;
    private final PrintStream out;

    private IntakeBench(double seconds, PrintStream out) {
        this.seconds = seconds;
        this.out = out;
    }

    /** @param arguments seconds for each figure (10 if absent), and how many million responses to store before the last one */
    public static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
        double millions = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0;
        new IntakeBench(seconds, System.out).run(millions);
    }

    private void run(double millions) throws IOException, InterruptedException, SQLException, ExecutionException {
        try (Stand stand = Stand.measured("-Xmx256m")) {
            stand.startNode();
            String questionnaire = stand.publish("checkout", QUESTIONNAIRE);
            Connections.Requests requests = requests(questionnaire);
            writeLog(stand);
            tellKernel();
            // Both the service and what calls it are compiled while they run, for about half a minute.
            Connections.run(stand.port(0), 32, Math.max(3, 3 * seconds), 0, requests);
            makeTwin(stand);
            out.printf(
                    "%-11s %14s %14s %7s %9s %9s %9s%n",
                    "connections", "responses/s", "pgbench rows/s", "ratio", "p50 ms", "p99 ms", "refused");
            double peak = 0;
            double before = 0;
            for (int connections : CONNECTIONS) {
                // With other connections other code is worth compiling: each figure has its own time to warm up.
                Connections.run(stand.port(0), connections, seconds, 0, requests);
                Connections.Outcome ours = Connections.run(stand.port(0), connections, seconds, 0, requests);
                Optional<Double> theirs = pgbench(stand, connections);
                peak = Math.max(peak, ours.perSecond());
                before = ours.perSecond();
                report(Integer.toString(connections), ours, theirs);
            }
            dropTwin(stand);
            // Over as many connections as the peak was reached with, so that what is due need not wait for a free one.
            int most = CONNECTIONS[CONNECTIONS.length - 1];
            Connections.run(stand.port(0), most, 1, peak / 2, requests);
            // Long enough that a moment in which the disk is busy, of which there is one in some ten seconds, counts as
            // what it is.
            Connections.Outcome half =
                    Connections.run(stand.port(0), most, HALF_PEAK_TIMES * seconds, peak / 2, requests);
            report("half peak", half, Optional.empty());
            out.printf("resident memory of the service at -Xmx256m: %,d KB%n", stand.residentKilobytes(0));
            if (millions > 0) {
                fill(stand, (long) (millions * 1e6));
                Connections.run(stand.port(0), most, seconds, 0, requests);
                Connections.Outcome after = Connections.run(stand.port(0), most, seconds, 0, requests);
                report(most + " again", after, Optional.empty());
                out.printf("with so many stored, %.0f%% fewer a second%n", 100 * (1 - after.perSecond() / before));
            }
        }
    }

    /**
     * Fills a gigabyte of log and lets the server take its files for use again, as one does that has run for a while: making new
     * ones holds up everybody for a moment each.
     */
    private static void writeLog(Stand stand) throws SQLException {
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_logical_emit_message(false, 'bench', repeat('x', 1000000))"
                    + " from generate_series(1, 1000)");
            statement.execute("checkpoint");
        }
    }

    /** What is written to the log waits while the kernel writes out all that it has gathered, so how much that is counts. */
    private void tellKernel() throws IOException {
        Path gathered = Path.of("/proc/sys/vm/dirty_background_bytes");
        if (Files.isReadable(gathered)) {
            // Read at once: such files tell nothing more to whoever asks for the rest.
            try (BufferedReader setting = Files.newBufferedReader(gathered)) {
                out.printf("vm.dirty_background_bytes = %s%n", setting.readLine());
            }
        }
    }

    private void report(String what, Connections.Outcome ours, Optional<Double> theirs) {
        out.printf(
                Locale.ROOT,
                "%-11s %14.0f %14s %7s %9.2f %9.2f %9d%n",
                what,
                ours.perSecond(),
                theirs.map(rate -> String.format(Locale.ROOT, "%.0f", rate)).orElse("-"),
                theirs.map(rate -> String.format(Locale.ROOT, "%.2f", ours.perSecond() / rate))
                        .orElse("-"),
                ours.milliseconds(0.5),
                ours.milliseconds(0.99),
                ours.refused());
    }

    /** Whole requests that differ in the id alone, made by copying, so that the client leaves the processors to the service. */
    static Connections.Requests requests(String questionnaire) {
        String sample = UuidCreator.getTimeOrderedEpoch().toString();
        List<byte[]> parts = Stream.of(new String(request(questionnaire, sample), UTF_8).split(sample, -1))
                .map(part -> part.getBytes(UTF_8))
                .toList();
        return into -> {
            byte[] id = UuidCreator.getTimeOrderedEpoch().toString().getBytes(US_ASCII);
            into.put(parts.get(0));
            parts.stream().skip(1).forEach(part -> into.put(id).put(part));
        };
    }

    private static byte[] request(String questionnaire, String id) {
        String body =
                """
                {"respondent":"r-%s","questionnaire":{"id":"%s","version":1},"sequence":1,"status":"complete","language":"en",\
                "answers":{"nps":9,"reasons":["price","other"],"reasons_other":"The colours of it","e1":4,"e2":5,"e3":3,"e4":4,\
                "why":"The search field should remember what I looked for the last time, in visit %s."},\
                "timings":{"nps":2100,"reasons":3200,"ease":8000,"why":12000},\
                "context":{"os.name":"Android","os.version":"15","service.version":"4.2.0","device.model.name":"Pixel 9",\
                "earshot.locale.app":"en-GB","earshot.timezone":"Europe/London"},\
                "startedAt":"2026-11-27T08:00:00Z","occurredAt":"2026-11-27T08:00:30Z","sentAt":"2026-11-27T08:00:31Z"}"""
                        .formatted(id, questionnaire, id);
        return Connections.request("PUT", "/v1/client/responses/" + id, Stand.KEY, body);
    }

    /** A table of the same columns and indexes, and what one of our rows holds as a statement for pgbench. */
    private static void makeTwin(Stand stand) throws SQLException {
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table twin (like response including all)");
            statement.execute("create table twin_source as select * from response limit 1");
        }
    }

    /** So that what pgbench left to be written and vacuumed holds up nobody who is measured later. */
    private static void dropTwin(Stand stand) throws SQLException {
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table twin");
        }
    }

    private Optional<Double> pgbench(Stand stand, int connections)
            throws IOException, InterruptedException, SQLException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        String columns;
        String values;
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        select string_agg(quote_ident(attname), ', ' order by attnum),
                            string_agg(case when attname in ('respondent_key', 'id') then 'gen_random_uuid()'
                                else format('%L::%s', to_jsonb(source) ->> attname, format_type(atttypid, atttypmod)) end,
                                ', ' order by attnum)
                        from twin_source source, pg_attribute
                        where attrelid = 'response'::regclass and attnum > 0 and not attisdropped
                            and attgenerated = ''""")) {
            row.next();
            columns = row.getString(1);
            values = row.getString(2).replaceAll("NULL::[a-z ]+", "null").replace("'[]'::text[]", "'{}'::text[]");
        }
        Path script = Files.createTempFile("earshot-pgbench", ".sql");
        try {
            Files.writeString(script, "insert into twin (" + columns + ") values (" + values + ");\n");
            String url = stand.database().jdbcUrl();
            String port = url.replaceAll(".*:(\\d+)/.*", "$1");
            ProcessBuilder builder = new ProcessBuilder(
                    program.get().toString(),
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    Integer.toString(connections),
                    "-j",
                    "1",
                    "-T",
                    Long.toString(Math.round(seconds)),
                    "-h",
                    "localhost",
                    "-p",
                    port,
                    "-U",
                    stand.database().user(),
                    "-f",
                    script.toString(),
                    "postgres");
            builder.environment().put("PGPASSWORD", stand.database().password());
            Process process = builder.redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(output);
            if (!rate.find()) {
                out.println("pgbench did not tell its rate:\n" + output);
                return Optional.empty();
            }
            return Optional.of(Double.parseDouble(rate.group(1)));
        } finally {
            Files.delete(script);
        }
    }

    private Optional<Path> program() throws IOException {
        try (Stream<Path> versions = Files.exists(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.empty()) {
            return Stream.concat(
                            Stream.of(System.getenv("PATH").split(":")).map(Path::of),
                            versions.map(version -> version.resolve("bin")))
                    .map(folder -> folder.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /**
     * Stores more responses of the same kind, by the server's own hand, so that the tables are as large as they would be: of the
     * year before, each with a text of its own, and already judged.
     */
    private void fill(Stand stand, long responses) throws SQLException, InterruptedException, ExecutionException {
        String columns;
        String values;
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            try (var row = statement.executeQuery(
                    """
                    select string_agg(quote_ident(attname), ', ' order by attnum), string_agg(case attname
                            when 'received_at' then 'now() - random() * interval ''1 year'''
                            when 'answers' then 'jsonb_set(answers::jsonb, ''{why}'', to_jsonb(answers ->> ''why'' || n))'
                            else quote_ident(attname) end, ', ' order by attnum)
                    from pg_attribute
                    where attrelid = 'response'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        and attname not in ('respondent_key', 'id')""")) {
                row.next();
                columns = row.getString(1);
                values = row.getString(2);
            }
            statement.execute(
                    """
                    insert into quality_mark (workspace_id, questionnaire_id, received_at, response_id, speed_judged)
                    select workspace_id, questionnaire_id, now(), id, true from twin_source
                    on conflict (workspace_id, questionnaire_id) do update set received_at = now()""");
        }
        String sql = "insert into response (respondent_key, id, " + columns
                + ") select gen_random_uuid(), gen_random_uuid(), " + values
                + " from twin_source, generate_series(%d, %d) as n";
        int parts = 2;
        List<Callable<@Nullable Void>> fills = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            long from = part * responses / parts;
            long to = (part + 1) * responses / parts;
            fills.add(() -> {
                try (Connection connection = stand.connect();
                        Statement statement = connection.createStatement()) {
                    for (long n = from; n < to; n += AT_A_TIME) {
                        statement.execute(sql.formatted(n, Math.min(to, n + AT_A_TIME) - 1));
                    }
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(parts);
        try {
            for (Future<@Nullable Void> fill : threads.invokeAll(fills)) {
                fill.get();
            }
        } finally {
            threads.shutdown();
        }
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze response");
            statement.execute("checkpoint");
        }
        out.printf("%,d responses stored besides%n", responses);
    }
}
