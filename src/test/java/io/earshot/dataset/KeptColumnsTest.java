package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reading is held against one that nothing was kept for. */
@QuarkusTest
class KeptColumnsTest {
    private static final int ROWS = 50;
    private static final Questionnaire QUESTIONS = Questionnaire.read(
            """
            {"name":"kept","title":"Kept","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"Recommend?"},
              {"type":"multiple_choice","name":"reasons","text":"Why?","options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"}]},
              {"type":"number","name":"spent","text":"Spent"},
              {"type":"date","name":"since","text":"Since"},
              {"type":"text","name":"why","text":"Why?"}]}]}""");

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    @TempDir
    Path empty;

    private final UUID workspace = UUID.randomUUID();
    private final UUID questionnaire = UUID.randomUUID();

    @BeforeEach
    void respond() throws SQLException {
        respond(1, 170);
    }

    @Test
    void theSecondReadingIsTheFirstAndWritesNothing() throws IOException {
        String first = read(folder);
        List<Path> files = files();
        files.forEach(KeptColumnsTest::makeOld);

        assertThat(first).isEqualTo(fresh()).contains("r-170");
        assertThat(read(folder)).isEqualTo(first);

        assertThat(files()).isEqualTo(files).hasSize(4);
        assertThat(files)
                .allSatisfy(file -> assertThat(Files.getLastModifiedTime(file).toInstant())
                        .as("used, and therefore no longer old")
                        .isAfter(Instant.now().minus(Duration.ofHours(1))));
    }

    @Test
    void whatIsKeptIsReadFromItsFile() throws Exception {
        read(folder);

        // Behind the back of the trigger that tells changes, which nothing but a test does.
        execute(
                "set session_replication_role = replica",
                "update response set answers = '{}' where questionnaire_id = '" + questionnaire + "'");

        assertThat(read(folder)).contains("word 17").isNotEqualTo(fresh());
    }

    @Test
    void newResponsesAreReadBesideTheKeptOnes() throws Exception {
        read(folder);
        List<Path> before = files();

        respond(171, 300);

        assertThat(read(folder)).isEqualTo(fresh()).contains("r-300");
        // The last, which was not half full, is read again with what came after it.
        assertThat(files()).filteredOn(before::contains).hasSize(3);
        assertThat(before).hasSize(4);
    }

    @Test
    void oneThatCommitsLateTakesItsPlace() throws Exception {
        read(folder);

        respond(7_000, 7_000, "timestamptz '2026-11-01' + interval '60.5 milliseconds'");

        assertThat(read(folder)).isEqualTo(fresh()).contains("r-7000");
    }

    @Test
    void oneThatCommitsAfterTheReadingIsRead() throws Exception {
        try (Connection open = database.getConnection();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.executeUpdate(insert(8_000, 8_000, "timestamptz '2026-11-01' + interval '20.5 milliseconds'"));
            assertThat(read(folder)).doesNotContain("r-8000");
            open.commit();
        }

        assertThat(read(folder)).isEqualTo(fresh()).contains("r-8000");
    }

    @Test
    void aCorrectionIsReadWhetherItKeepsItsPlaceOrNot() throws Exception {
        read(folder);

        execute(
                "update response set answers = answers::jsonb || '{\"why\": \"corrected in place\"}' where respondent = 'r-20'"
                        + " and questionnaire_id = '" + questionnaire + "'");
        assertThat(read(folder)).isEqualTo(fresh()).contains("corrected in place");

        execute("update response set answers = answers::jsonb || '{\"why\": \"corrected later\"}', received_at = now()"
                + " where respondent = 'r-70' and questionnaire_id = '" + questionnaire + "'");
        assertThat(read(folder)).isEqualTo(fresh()).contains("corrected later");
        assertThat(contents()).doesNotContain("word 70 ");
    }

    @Test
    void anErasedResponseIsInNoFileAfterTheNextReading() throws Exception {
        read(folder);
        assertThat(contents()).contains("word 31 ");

        erase("r-31");

        assertThat(read(folder)).isEqualTo(fresh()).doesNotContain("r-31 ");
        assertThat(contents()).doesNotContain("word 31 ");
    }

    @Test
    void anErasedResponseIsInNoFileThoughNobodyReadsAgain() throws Exception {
        read(folder);
        erase("r-31");
        execute("update response set context = '{}' where respondent = 'r-120' and questionnaire_id = '" + questionnaire
                + "'");

        sweep(Duration.ofDays(7)).sweep();

        assertThat(contents())
                .doesNotContain("word 31 ")
                .doesNotContain("word 120 ")
                .contains("word 60 ");
        assertThat(read(folder)).isEqualTo(fresh());
    }

    @Test
    void anErasedResponseToAnotherVersionIsCountedNoMore() throws Exception {
        read(folder);

        erase("r-33");

        assertThat(read(folder)).isEqualTo(fresh());
    }

    @Test
    void whenTheLastResponseIsErasedNothingIsKept() throws Exception {
        read(folder);
        execute("delete from response where questionnaire_id = '" + questionnaire + "'");

        assertThat(read(folder)).isEqualTo(fresh()).startsWith("0 rows");
        assertThat(contents()).doesNotContain("word");
    }

    @Test
    void whatNobodyUsesIsDeleted() throws Exception {
        read(folder);
        files().forEach(KeptColumnsTest::makeOld);

        sweep(Duration.ofHours(20)).sweep();

        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedFileIsReadAgain() throws Exception {
        read(folder);
        Path damaged = files().get(1);
        byte[] bytes = Files.readAllBytes(damaged);
        for (int at : new int[] {0, 9, 30, 200, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            Files.write(damaged, changed);

            assertThat(read(folder)).as("byte " + at).isEqualTo(fresh());
            assertThat(Files.readAllBytes(damaged)).as("byte " + at).hasSize(bytes.length);
        }
        for (int length : new int[] {0, 10, 60, bytes.length - 1}) {
            Files.write(damaged, Arrays.copyOf(bytes, length));

            assertThat(read(folder)).as(length + " bytes").isEqualTo(fresh());
        }
    }

    @Test
    void aFileOfSomethingElseIsNotTaken() throws Exception {
        read(folder);
        Path other = folder.resolve("other");
        UUID mine = questionnaire;
        KeptColumnsTest elsewhere = new KeptColumnsTest();
        elsewhere.database = database;
        elsewhere.respond(1, 180);
        elsewhere.read(other);
        Files.copy(elsewhere.files(other).get(0), files().get(0), StandardCopyOption.REPLACE_EXISTING);

        assertThat(mine).isNotEqualTo(elsewhere.questionnaire);
        assertThat(read(folder)).isEqualTo(fresh());
    }

    @Test
    void twoReadingsAtOnceAreTheSame() {
        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> read(folder));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> read(folder));

        assertThat(one.join()).isEqualTo(other.join()).isEqualTo(fresh());
        assertThat(read(folder)).isEqualTo(fresh());
    }

    @Test
    void aFolderThatCannotBeWrittenHarmsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(read(file.resolve("under"))).isEqualTo(fresh());
    }

    @Test
    void whoeverWatchesCanStopTheReading() {
        ResponseDataset dataset = dataset(folder);

        assertThatThrownBy(() -> dataset.read(selection(), QUESTIONS, part -> {
                    throw new IllegalArgumentException("stop");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(read(folder)).isEqualTo(fresh());
    }

    private static void makeOld(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void respond(int from, int to) throws SQLException {
        respond(from, to, "timestamptz '2026-11-01' + n * interval '1 millisecond'");
    }

    private void respond(int from, int to, String receivedAt) throws SQLException {
        execute(insert(from, to, receivedAt));
    }

    private String insert(int from, int to, String receivedAt) {
        return """
                insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status, language,
                    respondent, answers, context, started_at, submitted_at, received_at)
                select gen_random_uuid(), gen_random_uuid(), '%s', '%s', case when n %% 11 = 0 then 2 else 1 end, 1,
                    case when n %% 5 = 0 then 'partial' else 'complete' end, case when n %% 3 = 0 then 'fr' end, 'r-' || n,
                    jsonb_strip_nulls(jsonb_build_object('nps', n %% 12, 'reasons', '["speed"]'::jsonb, 'spent', n / 10.0,
                        'since', case when n %% 7 = 0 then '2026-02-29' else '2024-02-29' end,
                        'why', case when n %% 2 = 1 or n %% 10 = 0 then 'word ' || n || ' çà' end)),
                    case when n %% 4 = 0 then '{"os.name": "Android", "screen.width": 390}'::jsonb
                        when n = 165 then '{"screen.width": "wide"}'::jsonb else '{}'::jsonb end,
                    null, %s, %s
                from generate_series(%d, %d) as n"""
                .formatted(workspace, questionnaire, receivedAt, receivedAt, from, to);
    }

    private void erase(String respondent) throws SQLException {
        execute("delete from response where respondent = '" + respondent + "' and questionnaire_id = '" + questionnaire
                + "'");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql.replace("set session", "set local session"));
            }
            connection.commit();
        }
    }

    private ResponseDataset.Selection selection() {
        return new ResponseDataset.Selection(workspace, questionnaire, 1, 1, List.of("complete", "partial"));
    }

    private String fresh() {
        return read(empty.resolve(UUID.randomUUID().toString()));
    }

    private String read(Path from) {
        ResponseDataset.Reading reading = dataset(from).read(selection(), QUESTIONS, part -> {});
        StringBuilder all = new StringBuilder();
        Extract extract = reading.extract();
        all.append(extract.rows()).append(" rows, ").append(reading.complete()).append(", ");
        all.append(reading.partial())
                .append(", ")
                .append(reading.otherVersions())
                .append(", ");
        all.append(reading.first()).append(", ").append(reading.last()).append('\n');
        List<Column> columns = new ArrayList<>(extract.identity());
        columns.addAll(extract.answers().columns());
        columns.addAll(extract.attributes());
        for (int row = 0; row < extract.rows(); row++) {
            for (Column column : columns) {
                all.append(column.name()).append(' ').append(cell(column, row)).append(" ; ");
            }
            all.append('\n');
        }
        return all.toString();
    }

    private static String cell(Column column, int row) {
        if (column.isMissing(row)) {
            return column.missing(row).orElseThrow().toString();
        }
        if (column instanceof CodedColumn coded) {
            return coded.code(row).orElseThrow();
        }
        if (column instanceof MultipleColumn multiple) {
            return multiple.chosen(row).toString();
        }
        if (column instanceof NumberColumn number) {
            return Double.toString(number.score(row));
        }
        if (column instanceof TextColumn text) {
            return text.text(row).orElseThrow();
        }
        return column instanceof DateColumn date
                ? date.date(row).orElseThrow().toString()
                : ((TimeColumn) column).time(row).orElseThrow().toString();
    }

    private ResponseDataset dataset(Path from) {
        return new ResponseDataset(database, new ColumnFolder(settings(from, Duration.ofDays(7))));
    }

    private ColumnSweep sweep(Duration unused) {
        ColumnSettings settings = settings(folder, unused);
        return new ColumnSweep(new ColumnFolder(settings), settings, database, Clock.systemUTC());
    }

    private static ColumnSettings settings(Path folder, Duration unused) {
        return new ColumnSettings() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public int rows() {
                return ROWS;
            }

            @Override
            public Duration unused() {
                return unused;
            }

            @Override
            public Duration sweepEvery() {
                return Duration.ofDays(1);
            }
        };
    }

    private List<Path> files() throws IOException {
        return files(folder);
    }

    private List<Path> files(Path of) throws IOException {
        Path selections = of.resolve(questionnaire.toString());
        if (!Files.exists(selections)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(selections)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String contents() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(new String(Files.readAllBytes(file), UTF_8));
        }
        return all.toString();
    }
}
